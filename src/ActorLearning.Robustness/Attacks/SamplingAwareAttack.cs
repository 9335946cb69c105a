namespace ActorLearning.Robustness.Attacks;

/// <summary>
/// <c>sampling-aware(of)</c>: knows how many accomplices stand in this victim's pull, and tells the strongest lie for them.
/// </summary>
/// <remarks>
/// Alone in a pull it answers with the honest mean and stays unseen. Otherwise the line search of the optimised attacks, with
/// the true number of accomplices, over every family given; the family that moves the victim furthest wins, the first on a tie.
/// </remarks>
public sealed class SamplingAwareAttack(params IReadOnlyList<ForgeryFamily> families) : IAttack
{
    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.VictimPulls | AdversaryKnowledge.VictimModel
        | AdversaryKnowledge.VictimPipeline | AdversaryKnowledge.Accomplices;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        if (view.Accomplices <= 1)
        {
            CoordinateStatistics.Combine(view.Honest, scale: 1, factor: 0, forged);
            return Answer.Model;
        }

        view.Rehearsal.Begin(view.VictimModel, view.Honest, view.Accomplices);
        var (best, chosen) = ((Factor: 0.0, Shift: -1.0), families[0]);
        for (var i = 0; i < families.Count; i++)
        {
            var found = new FactorSearch(view.Rehearsal, view.Honest, families[i]).Run();
            if (found.Shift > best.Shift)
            {
                (best, chosen) = (found, families[i]);
            }
        }

        FactorSearch.Write(chosen, view.Honest, best.Factor, forged);
        return Answer.Model;
    }
}
