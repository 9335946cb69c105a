namespace ActorLearning.Protocol.Wire;

/// <summary>Why bytes were refused.</summary>
public enum WireRefusal
{
    /// <summary>They were not.</summary>
    None,

    /// <summary>Fewer bytes than a header, or than their kind has.</summary>
    TooShort,

    /// <summary>They do not begin as a message of this format.</summary>
    WrongMark,

    /// <summary>A version of the format that this build does not know.</summary>
    UnknownVersion,

    /// <summary>A kind of message that this version does not have.</summary>
    UnknownKind,

    /// <summary>The length they state is not the length they have, or not one of their kind.</summary>
    WrongLength,

    /// <summary>The checksum is not that of the bytes.</summary>
    WrongChecksum,

    /// <summary>A model or a piece larger than the receiver's limit.</summary>
    TooLarge,

    /// <summary>A number that no honest sender writes: a negative round, an empty piece.</summary>
    OutOfRange,

    /// <summary>A piece of a model that nobody asked for.</summary>
    Unasked,
}
