using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Downloads;

/// <summary>Fetches a file: to a partial file beside its place, on from where an attempt ended, checked, renamed.</summary>
internal static class Download
{
    private const int BufferSize = 1 << 16;

    /// <summary>What an unfinished file is called.</summary>
    public static string PartialOf(string path) => path + ".partial";

    /// <summary>Fetches a file.</summary>
    /// <param name="client">The way to the mirror.</param>
    /// <param name="file">What.</param>
    /// <param name="path">Where to.</param>
    /// <param name="progress">Told the bytes there are, and those there will be where the mirror says.</param>
    /// <param name="cancellation">Ends it; what is there stays for the next attempt.</param>
    /// <exception cref="InputException">The mirror cannot be reached, or what came is not the file.</exception>
    public static async Task FetchAsync(
        HttpClient client, RemoteFile file, string path, Action<long, long?> progress, CancellationToken cancellation)
    {
        var partial = PartialOf(path);
        try
        {
            await TransferAsync(client, file, partial, progress, cancellation);
        }
        catch (Exception e) when (e is HttpRequestException or IOException
            || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new InputException(file.Address.ToString(), $"cannot be fetched: {e.Message} What came so far is kept; the "
                + "same command goes on. On a machine without internet fetch the file elsewhere, carry its folder here "
                + "and name it with --from FOLDER.");
        }

        var digest = Digest(partial);
        if (digest != file.Digest)
        {
            File.Delete(partial);
            throw new InputException(file.Address.ToString(),
                $"has the SHA-256 {digest} instead of {file.Digest}: damaged on the way. It was thrown away; try again.");
        }

        File.Move(partial, path, overwrite: true);
    }

    /// <summary>SHA-256 of a file, lower-case hexadecimal.</summary>
    public static string Digest(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static async Task TransferAsync(
        HttpClient client, RemoteFile file, string partial, Action<long, long?> progress, CancellationToken cancellation)
    {
        var there = File.Exists(partial) ? new FileInfo(partial).Length : 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, file.Address);
        if (there > 0)
        {
            request.Headers.Range = new RangeHeaderValue(there, null);
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return; // All of it is there: the digest tells whether it is right.
        }

        response.EnsureSuccessStatusCode();
        var goesOn = response.StatusCode == HttpStatusCode.PartialContent;
        var done = goesOn ? there : 0;
        var total = response.Content.Headers.ContentLength + done;
        await using var source = await response.Content.ReadAsStreamAsync(cancellation);
        await using var target = new FileStream(partial, goesOn ? FileMode.Append : FileMode.Create, FileAccess.Write);
        var buffer = new byte[BufferSize];
        for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0;)
        {
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
            progress(done += read, total);
        }
    }
}
