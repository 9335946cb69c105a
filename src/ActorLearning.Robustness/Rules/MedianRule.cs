using System.Runtime.Intrinsics;
using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>median</c>: of each coordinate; of an even number of values the mean of the two middle ones.</summary>
public sealed class MedianRule : CoordinateRule
{
    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) =>
        MajorityRefusal(models, byzantine) is { } reason ? $"median {reason}" : null;

    /// <inheritdoc/>
    protected internal override Vector256<float> Combine(Span<Vector256<float>> columns, int byzantine)
    {
        SortingNetwork.Of(columns.Length).Sort(columns);
        var middle = columns.Length / 2;
        return columns.Length % 2 == 1 ? columns[middle] : (columns[middle - 1] + columns[middle]) * .5f;
    }
}
