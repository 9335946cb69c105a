namespace ActorLearning.Engine.Faults;

/// <summary>What a message is for.</summary>
public enum MessageKind
{
    /// <summary>A learner asks a peer for its model.</summary>
    Pull,

    /// <summary>The answer.</summary>
    Answer,

    /// <summary>The coordinator starts a round.</summary>
    Tick,

    /// <summary>A learner is done with a round.</summary>
    Report,
}
