using System.Runtime.Intrinsics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>A rule that looks at the sorted values of each coordinate alone, such as the median.</summary>
public abstract class CoordinateRule : AggregationRule
{
    /// <summary>One result for each of eight coordinates.</summary>
    /// <param name="columns">Eight coordinates of all models, each sorted; finite, without −0.</param>
    /// <param name="byzantine">How many models may be Byzantine.</param>
    protected internal abstract Vector256<float> Combine(SortedColumns columns, int byzantine);

    /// <summary>
    /// The share of each value of one coordinate in the result: what <see cref="Combine"/> does, in slow motion.
    /// </summary>
    /// <param name="sorted">The values, ascending.</param>
    /// <param name="byzantine">How many models may be Byzantine.</param>
    /// <param name="shares">A share a value; all zero on entry.</param>
    protected internal abstract void Share(ReadOnlySpan<float> sorted, int byzantine, Span<double> shares);
}
