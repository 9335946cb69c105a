namespace ActorLearning.Cluster.Transport;

/// <summary>What a node counts about models.</summary>
public enum TransportEvent
{
    /// <summary>A model that came whole from another node.</summary>
    Crossing,

    /// <summary>A pull served by a model that was here already.</summary>
    StoreHit,

    /// <summary>A pull that joined a fetch of the same model.</summary>
    SharedFetch,

    /// <summary>A fetch whose deadline passed before it was done.</summary>
    Abandoned,

    /// <summary>A model here that was found to have another hash than it was offered under, and was thrown away.</summary>
    WrongHash,

    /// <summary>Bytes that were no message.</summary>
    Damaged,

    /// <summary>An answer to a pull after its deadline.</summary>
    Late,

    /// <summary>A second answer to a pull.</summary>
    Duplicate,

    /// <summary>An answer or a piece that nobody asked for, or asked for long ago.</summary>
    Stray,

    /// <summary>An answer or a piece to a learner that is no more: it went to the dead letters.</summary>
    DeadLetter,
}
