using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Cli.Vectors;

/// <summary>Losses that were given along with the vectors.</summary>
/// <param name="models">The vectors.</param>
/// <param name="losses">The loss of each.</param>
internal sealed class GivenLosses(float[][] models, double[] losses) : ILossOracle
{
    private int next;

    /// <inheritdoc/>
    public double Loss(ReadOnlySpan<float> model)
    {
        // Asked in the order of the models, those that are not finite left out: equal vectors may have different losses.
        while (!model.Overlaps(models[next]))
        {
            next++;
        }

        return losses[next];
    }
}
