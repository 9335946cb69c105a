namespace ActorLearning.Protocol;

/// <summary>What a learner reports of a round.</summary>
public sealed record RoundFacts
{
    /// <summary>Mean training loss of the local steps; null where it did not train.</summary>
    public double? TrainingLoss { get; init; }

    /// <summary>After the local steps, in rounds that are evaluated.</summary>
    public Quality? AfterTraining { get; init; }

    /// <summary>
    /// After the last exchange, in rounds that are evaluated: added by the engine on the way to the coordinator.
    /// </summary>
    public Quality? AfterAggregation { get; init; }

    /// <summary>Models asked for, replacements included.</summary>
    public int Pulls { get; init; }

    /// <summary>Pulls that brought a usable model in time.</summary>
    public int Answers { get; init; }

    /// <summary>Pulls without an answer by the deadline, or answered that the model is gone.</summary>
    public int Timeouts { get; init; }

    /// <summary>Answers of the wrong length or with values that are not finite.</summary>
    public int Broken { get; init; }

    /// <summary>Answers after the deadline or to an exchange that is over; those since the last report included.</summary>
    public int Late { get; init; }

    /// <summary>Second answers to one pull.</summary>
    public int Duplicates { get; init; }

    /// <summary>Answers nobody asked for.</summary>
    public int Unasked { get; init; }

    /// <summary>Most Byzantine peers in one exchange of the round.</summary>
    public int ByzantineMet { get; init; }

    /// <summary>Honest models offered to a rule that tells what it took.</summary>
    public int HonestOffered { get; init; }

    /// <summary>Those of them that it gave no weight.</summary>
    public int HonestRefused { get; init; }

    /// <summary>Byzantine models offered to such a rule.</summary>
    public int ByzantineOffered { get; init; }

    /// <summary>Those of them that it gave weight.</summary>
    public int ByzantineAccepted { get; init; }

    /// <summary>Whether the learner came to life in this round and only joined.</summary>
    public bool Joined { get; init; }
}
