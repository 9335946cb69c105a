using System.Buffers.Binary;

namespace ActorLearning.Protocol.Wire;

/// <summary>What all messages have in common: a header of 12 bytes with mark, version, kind, length and checksum.</summary>
/// <remarks>
/// The layout of every message is in docs/wire-format.md. All numbers are little-endian, floats too: they are copied as they
/// lie in memory, so the format needs a little-endian machine, which <see cref="IsSupported"/> tells.
/// Reading goes in two steps: <see cref="Check"/> tells the kind of intact bytes, then the kind's own <c>TryRead</c> looks at the
/// numbers. Neither throws, whatever the bytes are, and neither allocates.
/// </remarks>
public static class WireFormat
{
    /// <summary>Bytes before what the kind says.</summary>
    public const int HeaderSize = 12;

    /// <summary>The version this build writes, and the only one it reads.</summary>
    public const byte Version = 2;

    private const ushort Mark = 0x4C41; // "AL"
    private const int VersionAt = 2;
    private const int KindAt = 3;
    private const int LengthAt = 4;
    private const int ChecksumAt = 8;

    /// <summary>Whether this machine keeps floats in memory as they are on the wire.</summary>
    public static bool IsSupported => BitConverter.IsLittleEndian;

    /// <summary>The kind that bytes claim to be, whole or not: tells whose <c>TryRead</c> is to look at them.</summary>
    public static WireKind Peek(ReadOnlySpan<byte> bytes) =>
        bytes.Length > KindAt && bytes[KindAt] <= (byte)WireKind.Chunk ? (WireKind)bytes[KindAt] : WireKind.None;

    /// <summary>Whether bytes are an undamaged message, and of which kind.</summary>
    public static WireRefusal Check(ReadOnlySpan<byte> bytes, out WireKind kind)
    {
        kind = WireKind.None;
        if (bytes.Length < HeaderSize)
        {
            return WireRefusal.TooShort;
        }

        var refusal = BinaryPrimitives.ReadUInt16LittleEndian(bytes) != Mark ? WireRefusal.WrongMark
            : bytes[VersionAt] != Version ? WireRefusal.UnknownVersion
            : bytes[KindAt] is 0 or > (byte)WireKind.Chunk ? WireRefusal.UnknownKind
            : BinaryPrimitives.ReadUInt32LittleEndian(bytes[LengthAt..]) != (uint)bytes.Length ? WireRefusal.WrongLength
            : BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumAt..]) != Checksum(bytes) ? WireRefusal.WrongChecksum
            : WireRefusal.None;
        kind = refusal == WireRefusal.None ? (WireKind)bytes[KindAt] : WireKind.None;
        return refusal;
    }

    /// <summary>Writes the header of a message whose other bytes are in place.</summary>
    public static void Seal(Span<byte> message, WireKind kind)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(message, Mark);
        message[VersionAt] = Version;
        message[KindAt] = (byte)kind;
        BinaryPrimitives.WriteUInt32LittleEndian(message[LengthAt..], (uint)message.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(message[ChecksumAt..], Checksum(message));
    }

    /// <summary>Intact, of the wanted kind and of the kind's fixed size.</summary>
    internal static WireRefusal CheckFixed(ReadOnlySpan<byte> bytes, WireKind wanted, int size)
    {
        var refusal = Check(bytes, out var kind);
        return refusal != WireRefusal.None ? refusal
            : kind != wanted ? WireRefusal.UnknownKind
            : bytes.Length < size ? WireRefusal.TooShort
            : bytes.Length > size ? WireRefusal.WrongLength
            : WireRefusal.None;
    }

    private static uint Checksum(ReadOnlySpan<byte> message) => Crc32C.Of(message[..ChecksumAt], message[HeaderSize..]);
}
