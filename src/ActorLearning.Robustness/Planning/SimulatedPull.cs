namespace ActorLearning.Robustness.Planning;

/// <summary>What a simulation of one number of peers met.</summary>
/// <param name="Peers">Peers pulled by every honest learner in every round.</param>
/// <param name="LargestMet">The most Byzantine peers any honest learner met in any round, for each repetition.</param>
public sealed record SimulatedPull(int Peers, IReadOnlyList<int> LargestMet)
{
    /// <summary>The most over all repetitions: Algorithm 2's assumed Byzantine peers.</summary>
    public int AssumedByzantine { get; } = LargestMet.Max();

    /// <summary>Assumed Byzantine models over all models aggregated, the own one included.</summary>
    public double EffectiveFraction => AssumedByzantine / (Peers + 1.0);
}
