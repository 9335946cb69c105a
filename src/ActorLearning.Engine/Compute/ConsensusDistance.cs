using ActorLearning.Numerics;

namespace ActorLearning.Engine.Compute;

/// <summary>How far apart the honest models are: the mean distance ‖xᵢ − x̄‖ from their mean.</summary>
public static class ConsensusDistance
{
    /// <summary>The consensus distance of some models of equal length.</summary>
    public static double Of(IReadOnlyList<float[]> models)
    {
        var mean = new float[models[0].Length];
        foreach (var model in models)
        {
            Vectors.AddScaled(1f / models.Count, model, mean);
        }

        return models.Average(model => Math.Sqrt(Distances.Squared(model, mean)));
    }
}
