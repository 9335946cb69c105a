using ActorLearning.Engine.Preparation;
using ActorLearning.Learning.Training;
using ActorLearning.Numerics;
using ActorLearning.Protocol.Effects;

namespace ActorLearning.Engine.Compute;

/// <summary>The biases of P2PL with Affinity, from the models an exchange has brought anyway.</summary>
/// <remarks>
/// arXiv 2312.13602: d = (1/T)·(Σ αₖⱼwⱼ / Σ αₖⱼ − wₖ) over the neighbours' models before consensus. Of gossip that is the way the
/// exchange moved the model, divided by T·(1 − αₖₖ); taken from there it is as robust as the rule is. Of several exchanges a
/// round the first counts, the only one whose models are from before consensus. b pulls the outcome of each exchange back to the
/// model before it; the paper sets it to 0.
/// </remarks>
internal static class Affinity
{
    /// <summary>Notes d in the learner's state and takes b of the exchange back.</summary>
    /// <param name="setup">The run.</param>
    /// <param name="effect">What was aggregated.</param>
    /// <param name="ownWeight">The own weight αₖₖ.</param>
    /// <param name="state">The learner's training state.</param>
    /// <param name="result">What came out.</param>
    public static void Apply(RunSetup setup, Aggregate effect, double ownWeight, Span<float> state, Span<float> result)
    {
        if (!effect.HasOwn)
        {
            return;
        }

        var scenario = setup.Scenario;
        var own = effect.Contributions[0].Model.Values;
        var bias = LocalTraining.BiasIn(state, setup.Objective);
        if (!bias.IsEmpty && effect.Key.Step == 0)
        {
            var scale = ownWeight < 1 ? (float)(1 / (scenario.Training.Steps * (1 - ownWeight))) : 0;
            bias.Clear();
            Vectors.AddScaled(scale, result, bias);
            Vectors.AddScaled(-scale, own, bias);
        }

        if (scenario.Exchange.Affinity > 0)
        {
            var back = (float)scenario.Exchange.Affinity;
            Vectors.Scale(1 - back, result, result);
            Vectors.AddScaled(back, own, result);
        }
    }
}
