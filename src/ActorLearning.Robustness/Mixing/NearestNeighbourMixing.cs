using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Mixing;

/// <summary><c>nnm</c>: each model becomes the mean of the m − f models nearest to it, itself among them.</summary>
/// <remarks>Allouah et al. 2023, "Fixing by mixing". Ties go to the lower index.</remarks>
public sealed class NearestNeighbourMixing : IMixingStep
{
    /// <inheritdoc/>
    public string? Refusal(int models, int byzantine) => models > 2 * byzantine
        ? null
        : $"nnm with {byzantine} assumed Byzantine needs {2 * byzantine + 1} models and gets {models}";

    /// <inheritdoc/>
    public double? Kappa(int models, int byzantine, double kappa) => 8.0 * byzantine / (models - byzantine) * (1 + kappa);

    /// <inheritdoc/>
    public void Mix(Geometry geometry, int byzantine, ref RandomStream random, MixingMatrix mixing)
    {
        var count = geometry.Count;
        var kept = count - byzantine;
        mixing.Reset(count, count);
        var order = mixing.Memory.Integers(count);
        for (var i = 0; i < count; i++)
        {
            Nearest.Order(geometry.Row(i), first: i, order);
            var row = mixing.Row(i);
            foreach (var j in order[..kept])
            {
                row[j] = 1.0 / kept;
            }
        }
    }
}
