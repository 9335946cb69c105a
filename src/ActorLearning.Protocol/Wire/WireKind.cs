namespace ActorLearning.Protocol.Wire;

/// <summary>What a message on the wire says. The numbers are the format's: they never change their meaning.</summary>
public enum WireKind : byte
{
    /// <summary>No message.</summary>
    None = 0,

    /// <summary><see cref="WireRequest"/>: a learner asks a peer for its model of an exchange.</summary>
    Request = 1,

    /// <summary><see cref="WireAnswer"/>: the peer has a model and tells its length and hash.</summary>
    Offer = 2,

    /// <summary><see cref="WireAnswer"/>: the peer no longer has the model.</summary>
    Gone = 3,

    /// <summary><see cref="WireChunkRequest"/>: a node asks for a piece of an offered model.</summary>
    ChunkRequest = 4,

    /// <summary><see cref="WireChunk"/>: a piece of a model.</summary>
    Chunk = 5,
}
