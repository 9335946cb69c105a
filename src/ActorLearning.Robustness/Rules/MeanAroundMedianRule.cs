using System.Runtime.Intrinsics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>mean-around-median</c>: of each coordinate the mean of the m − f values nearest the median.</summary>
/// <remarks>Meamed, Xie et al. 2018. Of equally near values the lower one stays. Needs 2f + 1 models.</remarks>
public sealed class MeanAroundMedianRule : CoordinateRule
{
    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) =>
        TooFew("mean-around-median", models, byzantine, 2 * byzantine + 1);

    /// <inheritdoc/>
    protected internal override Vector256<float> Combine(SortedColumns columns, int byzantine)
    {
        var (median, kept) = (columns.Median(), columns.Length - byzantine);

        // The nearest stand side by side in the sorted column: the window moves up while what enters is nearer than what leaves.
        var first = Vector256<float>.Zero;
        for (var start = 0; start < byzantine; start++)
        {
            var nearer = Vector256.LessThan(columns[start + kept] - median, median - columns[start]);
            first += Vector256.ConditionalSelect(nearer, Vector256<float>.One, Vector256<float>.Zero);
        }

        var (last, sum) = (first + Vector256.Create((float)kept), Vector256<float>.Zero);
        for (var i = 0; i < columns.Length; i++)
        {
            var at = Vector256.Create((float)i);
            var inside = Vector256.LessThanOrEqual(first, at) & Vector256.LessThan(at, last);
            sum += Vector256.ConditionalSelect(inside, columns[i], Vector256<float>.Zero);
        }

        return sum * (1f / kept);
    }

    /// <inheritdoc/>
    protected internal override void Share(ReadOnlySpan<float> sorted, int byzantine, Span<double> shares)
    {
        var (middle, kept, first) = (sorted.Length / 2, sorted.Length - byzantine, 0);
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) * .5f;
        for (var start = 0; start < byzantine; start++)
        {
            first += sorted[start + kept] - median < median - sorted[start] ? 1 : 0;
        }

        shares.Slice(first, kept).Fill(1.0 / kept);
    }
}
