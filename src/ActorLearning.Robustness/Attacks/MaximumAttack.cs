using System.Runtime.Intrinsics;
using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Attacks;

/// <summary><c>max(of)</c>: minus the greatest honest value of each coordinate.</summary>
/// <remarks>Masuda and Shudo, who take it over all honest models.</remarks>
/// <param name="all">Whether over all honest models; else over those the victim pulled.</param>
public sealed class MaximumAttack(bool all = false) : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => all ? AdversaryKnowledge.AllHonest : AdversaryKnowledge.VictimPulls;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        var honest = view.Honest;
        for (var start = 0; start < forged.Length; start += Lanes.Count)
        {
            var most = Lanes.LoadPadded(honest[0], start);
            for (var i = 1; i < honest.Length; i++)
            {
                most = Vector256.Max(most, Lanes.LoadPadded(honest[i], start));
            }

            Lanes.StorePadded(Vector256<float>.Zero - most, forged, start); // 0 − x: no negative zero.
        }

        return Answer.Model;
    }
}
