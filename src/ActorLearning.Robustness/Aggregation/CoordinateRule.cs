using System.Runtime.Intrinsics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>A rule that looks at each coordinate alone, such as the median. It works on eight coordinates at a time.</summary>
public abstract class CoordinateRule : AggregationRule
{
    /// <summary>One result for each of eight coordinates.</summary>
    /// <param name="columns">A vector a model: eight coordinates of it, finite, without −0. May be overwritten.</param>
    /// <param name="byzantine">How many models may be Byzantine.</param>
    protected internal abstract Vector256<float> Combine(Span<Vector256<float>> columns, int byzantine);
}
