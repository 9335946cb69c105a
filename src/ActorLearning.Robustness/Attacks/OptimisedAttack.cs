namespace ActorLearning.Robustness.Attacks;

/// <summary>
/// <c>optimised-alie(sign)</c>, <c>optimised-fall-of-empires</c>: the factor that maximises ‖R(own ∪ honest ∪ forged) − μ‖.
/// </summary>
/// <remarks>
/// Farhadkhani et al. 2022, on the victim's own pipeline. It does not know who was sampled and reckons with as many accomplices
/// as the victim assumes, one at least; <see cref="SamplingAwareAttack"/> knows.
/// </remarks>
public sealed class OptimisedAttack(ForgeryFamily family) : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge =>
        AdversaryKnowledge.VictimPulls | AdversaryKnowledge.VictimModel | AdversaryKnowledge.VictimPipeline;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        var rehearsal = view.Rehearsal;
        rehearsal.Begin(view.VictimModel, view.Honest, copies: Math.Max(1, rehearsal.AssumedByzantine));
        var (factor, _) = new FactorSearch(rehearsal, view.Honest, family).Run();
        FactorSearch.Write(family, view.Honest, factor, forged);
        return Answer.Model;
    }
}
