using System.Runtime.Intrinsics;
using ActorLearning.Numerics;
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
    protected internal override Vector256<float> Combine(Span<Vector256<float>> columns, int byzantine)
    {
        SortingNetwork.Of(columns.Length).Sort(columns);
        var kept = columns[byzantine..^byzantine];
        var sum = Vector256<float>.Zero;
        foreach (var column in kept)
        {
            sum += column;
        }

        return sum * (1f / kept.Length);
    }
}
