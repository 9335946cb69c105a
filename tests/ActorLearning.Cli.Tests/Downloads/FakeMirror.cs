using System.Net;

namespace ActorLearning.Cli.Tests.Downloads;

/// <summary>A mirror with files by address, which may break off and may or may not know ranges.</summary>
internal sealed class FakeMirror(Dictionary<string, byte[]> files) : HttpMessageHandler
{
    /// <summary>The bytes after which the next answer breaks off; null: it does not.</summary>
    public int? BreaksAfter { get; set; }

    public bool KnowsRanges { get; set; } = true;

    /// <summary>Where each request began.</summary>
    public List<long> Starts { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!files.TryGetValue(request.RequestUri!.ToString(), out var content))
        {
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
        }

        var from = KnowsRanges ? request.Headers.Range?.Ranges.Single().From ?? 0 : 0;
        Starts.Add(from);
        if (from >= content.Length)
        {
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.RequestedRangeNotSatisfiable));
        }

        Stream body = new MemoryStream(content[(int)from..]);
        if (BreaksAfter is { } bytes)
        {
            (body, BreaksAfter) = (new BreakingStream(content[(int)from..][..bytes]), null);
        }

        return Task.FromResult(new HttpResponseMessage(from > 0 ? HttpStatusCode.PartialContent : HttpStatusCode.OK)
        {
            Content = new StreamContent(body),
        });
    }

    private sealed class BreakingStream(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("the line is dead.");
    }
}
