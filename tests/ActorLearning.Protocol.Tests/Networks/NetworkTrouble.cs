namespace ActorLearning.Protocol.Tests.Networks;

/// <summary>What goes wrong on a network, as probabilities.</summary>
/// <param name="Drops">A tick to an honest learner, a pull or an answer is lost.</param>
/// <param name="Duplicates">An answer comes twice.</param>
/// <param name="EarlyTimeouts">A pull times out although something is under way.</param>
/// <param name="Restarts">A learner dies at an input and comes back without knowing anything.</param>
/// <param name="LiesVary">Whether liars are also silent or send broken models.</param>
internal sealed record NetworkTrouble(double Drops, double Duplicates, double EarlyTimeouts, double Restarts, bool LiesVary)
{
    public static readonly NetworkTrouble None = new(0, 0, 0, 0, LiesVary: false);

    public static readonly NetworkTrouble Much =
        new(Drops: 0.05, Duplicates: 0.1, EarlyTimeouts: 0.02, Restarts: 0.002, LiesVary: true);
}
