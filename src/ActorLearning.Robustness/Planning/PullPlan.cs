namespace ActorLearning.Robustness.Planning;

/// <summary>How many peers to pull, how many liars to reckon with, and how sure that is enough.</summary>
/// <param name="Peers">Peers pulled by every honest learner in every round.</param>
/// <param name="AssumedByzantine">Byzantine peers the rule is told to withstand.</param>
/// <param name="Confidence">Probability that no honest learner meets more of them in any round of the run.</param>
public sealed record PullPlan(int Peers, int AssumedByzantine, double Confidence)
{
    /// <summary>Assumed Byzantine models over all aggregated ones, the own included; a rule needs less than one half.</summary>
    public double EffectiveFraction => AssumedByzantine / (Peers + 1.0);
}
