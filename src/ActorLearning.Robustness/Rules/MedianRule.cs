using System.Runtime.Intrinsics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>median</c>: of each coordinate; of an even number of values the mean of the two middle ones.</summary>
public sealed class MedianRule : CoordinateRule
{
    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) =>
        MajorityRefusal(models, byzantine) is { } reason ? $"median {reason}" : null;

    /// <inheritdoc/>
    public override double? Kappa(int models, int byzantine) =>
        4 * (1 + Ratio(models, byzantine)) * (1 + Ratio(models, byzantine));

    /// <inheritdoc/>
    protected internal override Vector256<float> Combine(SortedColumns columns, int byzantine) => columns.Median();

    /// <inheritdoc/>
    protected internal override void Share(ReadOnlySpan<float> sorted, int byzantine, Span<double> shares)
    {
        var middle = sorted.Length / 2;
        shares[middle] += .5;
        shares[sorted.Length % 2 == 1 ? middle : middle - 1] += .5;
    }
}
