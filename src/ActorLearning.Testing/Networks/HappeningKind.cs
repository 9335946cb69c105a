namespace ActorLearning.Testing.Networks;

/// <summary>What can be under way in a network, in the order in which a plain round meets it.</summary>
public enum HappeningKind
{
    /// <summary><c>tick 1 to 0</c>: the coordinator's tick.</summary>
    Tick,

    /// <summary><c>trained 1 to 0</c>: the result of a learner's local steps.</summary>
    Trained,

    /// <summary><c>pull 1 from 0 to 2</c>: learner 0 asks learner 2 for its model of exchange 1.</summary>
    Pull,

    /// <summary><c>forged 1 for 0 to 4</c>: the lie that learner 4 is going to tell learner 0.</summary>
    Forged,

    /// <summary><c>answer 1 from 2 to 0</c>: a model.</summary>
    Answer,

    /// <summary><c>refusal 1 from 2 to 0</c>: the word that the model is gone.</summary>
    Refusal,

    /// <summary><c>aggregated 1 to 0</c>: the result of a learner's aggregation.</summary>
    Aggregated,

    /// <summary><c>report 1 from 0</c>: on the way to the coordinator.</summary>
    Report,

    /// <summary><c>timeout 1 from 2 to 0</c>: learner 0 gives up on learner 2.</summary>
    Timeout,

    /// <summary><c>patience 1</c>: the coordinator waits no longer for the last few reports.</summary>
    Patience,

    /// <summary><c>deadline 1</c>: the coordinator ends the round.</summary>
    Deadline,
}
