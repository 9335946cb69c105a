using ActorLearning.Protocol.Wire;
using Xunit.Abstractions;

namespace ActorLearning.Protocol.Tests.Wire;

public sealed class WireFuzzTests(ITestOutputHelper output)
{
    private static readonly WireLimits Limits = new(LongestModel: 1 << 20, LongestChunk: 1 << 10);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_the_bytes_are_they_are_read_or_refused_and_nothing_is_allocated(ulong seed)
    {
        const int messages = 1_000_000;
        const int slack = 100_000; // The test host's own, on this thread.
        var mutator = new WireMutator(seed, WireSpecimens.All());
        var (accepted, refused) = (0, new int[Enum.GetValues<WireRefusal>().Length]);
        var again = new byte[4096];
        Count(mutator.Next(), again);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < messages; i++)
        {
            var refusal = Count(mutator.Next(), again);
            refused[(int)refusal]++;
            accepted += refusal == WireRefusal.None ? 1 : 0;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"seed {seed}: {messages:N0} messages, {accepted:N0} intact, {allocated:N0} bytes allocated; "
            + string.Join(", ", Enum.GetValues<WireRefusal>().Select(why => $"{why} {refused[(int)why]:N0}")));
        Assert.InRange(allocated, 0, slack);
        Assert.InRange(accepted, messages / 100, messages);
        WireRefusal[] ofTheDecoder =
        [
            WireRefusal.TooShort, WireRefusal.WrongMark, WireRefusal.UnknownVersion, WireRefusal.UnknownKind,
            WireRefusal.WrongLength, WireRefusal.WrongChecksum, WireRefusal.TooLarge, WireRefusal.OutOfRange,
        ];
        Assert.All(ofTheDecoder, why => Assert.True(refused[(int)why] > 0, $"{why} never happened: the fuzz does not reach it"));
    }

    /// <summary>Reads a message as each of the kinds. What is accepted must be written back as the same bytes.</summary>
    private static WireRefusal Count(ReadOnlySpan<byte> bytes, byte[] again)
    {
        var first = WireFormat.Check(bytes, out var kind);
        var request = WireRequest.TryRead(bytes, out var asRequest);
        var answer = WireAnswer.TryRead(bytes, Limits, out var asAnswer);
        var chunkRequest = WireChunkRequest.TryRead(bytes, Limits, out var asChunkRequest);
        var chunk = WireChunk.TryRead(bytes, Limits, out var asChunk);
        switch (kind)
        {
            case WireKind.Request when request == WireRefusal.None:
                asRequest.Write(again);
                break;
            case WireKind.Offer or WireKind.Gone when answer == WireRefusal.None:
                asAnswer.Write(again);
                break;
            case WireKind.ChunkRequest when chunkRequest == WireRefusal.None:
                asChunkRequest.Write(again);
                break;
            case WireKind.Chunk when chunk == WireRefusal.None:
                asChunk.Bytes.CopyTo(again.AsSpan(WireChunk.Overhead));
                var values = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(asChunk.Bytes);
                WireChunk.Write(again, asChunk.Nonce, asChunk.Offset, asChunk.Total, values);
                break;
            default:
                return first != WireRefusal.None ? first : ForKind(kind, request, answer, chunkRequest, chunk);
        }

        Assert.True(bytes.SequenceEqual(again.AsSpan(0, bytes.Length)), "an accepted message is not written back as it came");
        return WireRefusal.None;
    }

    private static WireRefusal ForKind(
        WireKind kind, WireRefusal request, WireRefusal answer, WireRefusal chunkRequest, WireRefusal chunk) => kind switch
    {
        WireKind.Request => request,
        WireKind.ChunkRequest => chunkRequest,
        WireKind.Chunk => chunk,
        _ => answer,
    };
}
