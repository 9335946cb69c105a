using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary>Inner products of models about their weighted mean, from the distances between them.</summary>
internal static class CentredGram
{
    /// <summary>⟨xᵢ − μ, xⱼ − μ⟩ = ½ (dᵢ + dⱼ − Dᵢⱼ), where dᵢ = ‖xᵢ − μ‖². False where a distance is infinite.</summary>
    /// <param name="geometry">The distances.</param>
    /// <param name="chosen">The models looked at.</param>
    /// <param name="shares">The weight of each in μ; they sum to 1.</param>
    /// <param name="gram">chosen × chosen values, overwritten.</param>
    public static bool Fill(Geometry geometry, ReadOnlySpan<int> chosen, ReadOnlySpan<double> shares, Span<double> gram)
    {
        var (size, spread) = (chosen.Length, 0.0);
        for (var i = 0; i < size; i++)
        {
            var toMean = 0.0;
            for (var j = 0; j < size; j++)
            {
                toMean += shares[j] * geometry.Squared(chosen[i], chosen[j]);
            }

            // Kept on the diagonal until the products are filled in.
            gram[i * size + i] = toMean;
            spread += 0.5 * shares[i] * toMean;
        }

        for (var i = 0; i < size; i++)
        {
            gram[i * size + i] -= spread;
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                gram[i * size + j] = gram[j * size + i] =
                    0.5 * (gram[i * size + i] + gram[j * size + j] - geometry.Squared(chosen[i], chosen[j]));
            }
        }

        return double.IsFinite(spread);
    }
}
