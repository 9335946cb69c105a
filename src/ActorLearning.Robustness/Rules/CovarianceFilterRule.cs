using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>covariance-filter</c>: models that stand out along the direction of largest variance lose weight.</summary>
/// <remarks>
/// CAF, Allouah et al. 2025: cⱼ ← cⱼ (1 − τⱼ/τ_max) with τⱼ = ⟨xⱼ − μ_c, u⟩², u the top eigenvector of the weighted covariance,
/// while Σc &gt; m − 2f; of all weighted means μ_c on the way that with the least top eigenvalue. Eigenvectors by power
/// iteration on the centred Gram matrix, from a start drawn from the exchange's stream. Needs 2f + 1 models.
/// </remarks>
public sealed class CovarianceFilterRule(double tolerance = 1e-9, int iterations = 1000) : WeighingRule
{
    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) =>
        TooFew("covariance-filter", models, byzantine, 2 * byzantine + 1);

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var memory = context.Memory;
        var marks = memory.Integers(context.Count);
        Shares.MarkReachable(context.Geometry, marks);
        var size = marks.Count(1);
        var chosen = memory.Integers(size);
        for (int j = 0, next = 0; j < marks.Length; j++)
        {
            if (marks[j] == 1)
            {
                chosen[next++] = j;
            }
        }

        var kept = memory.Doubles(size);
        var shares = memory.Doubles(size);
        var gram = memory.Doubles(size * size);
        var vector = memory.Doubles(size);
        var other = memory.Doubles(size);
        kept.Fill(1);
        var (total, least) = ((double)size, double.PositiveInfinity);
        do
        {
            for (var j = 0; j < size; j++)
            {
                shares[j] = kept[j] / total;
            }

            CentredGram.Fill(context.Geometry, chosen, shares, gram);
            Scale(gram, shares);
            var largest = Eigenvalues.Power(gram, vector, other, context.Random, tolerance, iterations);
            if (largest < least)
            {
                least = largest;
                for (var j = 0; j < size; j++)
                {
                    weights[chosen[j]] = shares[j];
                }
            }

            total = LoseWeight(kept, shares, vector);
        }
        while (least > 0 && total > context.Count - 2 * context.Byzantine && total > 0);
    }

    /// <summary>√cᵢ ⟨xᵢ − μ, xⱼ − μ⟩ √cⱼ: it has the eigenvalues of the weighted covariance.</summary>
    private static void Scale(Span<double> gram, ReadOnlySpan<double> shares)
    {
        for (var i = 0; i < shares.Length; i++)
        {
            for (var j = 0; j < shares.Length; j++)
            {
                gram[i * shares.Length + j] *= Math.Sqrt(shares[i] * shares[j]);
            }
        }
    }

    /// <summary>cⱼ ← cⱼ (1 − τⱼ/τ_max), where τⱼ is yⱼ²/cⱼ up to a factor for an eigenvector y; the sum of what is
    /// left.</summary>
    private static double LoseWeight(Span<double> kept, ReadOnlySpan<double> shares, Span<double> vector)
    {
        var (most, total) = (0.0, 0.0);
        for (var j = 0; j < kept.Length; j++)
        {
            vector[j] = shares[j] == 0 ? 0 : vector[j] * vector[j] / shares[j];
            most = Math.Max(most, vector[j]);
        }

        for (var j = 0; j < kept.Length; j++)
        {
            kept[j] *= most == 0 ? 1 : 1 - vector[j] / most;
            total += kept[j];
        }

        return total;
    }
}
