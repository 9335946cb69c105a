using System.Runtime.Intrinsics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>trimmed-mean</c>: mean of each coordinate after dropping its f lowest and f highest values.</summary>
/// <remarks>Yin et al. 2018. Needs 2f + 1 models.</remarks>
public sealed class TrimmedMeanRule : CoordinateRule
{
    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) =>
        MajorityRefusal(models, byzantine) is { } reason ? $"trimmed-mean {reason}" : null;

    /// <inheritdoc/>
    public override double? Kappa(int models, int byzantine) =>
        6 * Ratio(models, byzantine) * (1 + Ratio(models, byzantine));

    /// <inheritdoc/>
    protected internal override Vector256<float> Combine(SortedColumns columns, int byzantine)
    {
        var sum = Vector256<float>.Zero;
        for (var rank = byzantine; rank < columns.Length - byzantine; rank++)
        {
            sum += columns[rank];
        }

        return sum * (1f / (columns.Length - 2 * byzantine));
    }

    /// <inheritdoc/>
    protected internal override void Share(ReadOnlySpan<float> sorted, int byzantine, Span<double> shares) =>
        shares[byzantine..^byzantine].Fill(1.0 / (sorted.Length - 2 * byzantine));
}
