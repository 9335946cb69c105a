using System.Runtime.Intrinsics;
using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Attacks;

/// <summary>
/// <c>dissensus(epsilon)</c>: xᵢ − (ε/Σ_b W_ib) Σ_{j∈H} W_ij (xⱼ − xᵢ), which pushes the victim i away from its honest peers.
/// </summary>
/// <remarks>He et al. 2022, ε = 1.5; RPEL runs ε = 1. Off a graph all weights of a pull are equal.</remarks>
public sealed class DissensusAttack(double epsilon) : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge =>
        AdversaryKnowledge.VictimPulls | AdversaryKnowledge.VictimModel | AdversaryKnowledge.MixingWeights;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        var honest = view.Honest;
        var own = view.VictimModel;
        var scale = -epsilon / view.AccompliceWeight;
        for (var start = 0; start < forged.Length; start += Lanes.Count)
        {
            var victim = Lanes.LoadPadded(own, start);
            var lie = victim;
            for (var j = 0; j < honest.Length; j++)
            {
                var weight = Vector256.Create((float)(scale * view.WeightOf(j)));
                lie = Vector256.FusedMultiplyAdd(Lanes.LoadPadded(honest[j], start) - victim, weight, lie);
            }

            Lanes.StorePadded(lie, forged, start);
        }

        return Answer.Model;
    }
}
