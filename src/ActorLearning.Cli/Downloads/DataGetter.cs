using System.Formats.Tar;
using System.IO.Compression;
using ActorLearning.Learning.Data;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Downloads;

/// <summary>Brings a data set into its folder, from its mirror or from a folder of the user's.</summary>
/// <param name="client">The way to the mirrors.</param>
/// <param name="tell">Told what happens, a line at a time.</param>
internal sealed class DataGetter(HttpClient client, Action<string> tell)
{
    private const long TellEvery = 10 << 20;
    private const string Zipped = ".gz";

    /// <summary>Fetches what is missing and checks everything.</summary>
    public async Task FetchAsync(RemoteDataSet set, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        if (set.Files.All(file => IsRight(Path.Combine(folder, file.Key), file.Value)))
        {
            tell($"{set.Name} is in {folder} already, every SHA-256 as published.");
            return;
        }

        foreach (var file in set.Downloads)
        {
            var path = Path.Combine(folder, file.Name);
            if (!IsRight(path, [file.Digest]))
            {
                tell($"{file.Address}");
                await Download.FetchAsync(client, file, path, Progress(), cancellation);
            }

            Unpack(set, path, folder);
        }

        Check(set, folder);
    }

    /// <summary>
    /// Copies the files from a folder, once they are found to be good: what was there before is not lost to bad ones.
    /// </summary>
    public void Copy(RemoteDataSet set, string from, string folder)
    {
        var archive = set.Downloads.Select(file => Path.Combine(from, file.Name)).FirstOrDefault(path => IsArchive(path));
        var inner = Path.Combine(from, "cifar-10-batches-bin");
        var source = Directory.Exists(inner) ? inner : from;
        var missing = set.Files.Keys.Where(name => Existing(source, name) is null).ToList();
        if (missing.Count > 0 && (archive is null || !File.Exists(archive)))
        {
            throw new InputException("--from", $"{from} lacks {string.Join(", ", missing)}"
                + (archive is null ? "" : $" and {Path.GetFileName(archive)}, which has them"));
        }

        var unpacked = Directory.CreateTempSubdirectory("actorlearning-").FullName;
        try
        {
            if (missing.Count > 0)
            {
                Unpack(set, archive!, unpacked);
                source = unpacked;
            }

            RefuseOthers(set, source);
            _ = set.Load(source);
            Directory.CreateDirectory(folder);
            foreach (var path in set.Files.Keys.Select(name => Existing(source, name)).OfType<string>())
            {
                var copy = Path.Combine(folder, Path.GetFileName(path));
                File.Copy(path, copy, overwrite: true);
                File.Delete(IsZipped(copy) ? copy[..^Zipped.Length] : copy + Zipped); // Or a damaged one would be read first.
            }
        }
        catch (Exception e) when (e is DataSetException or InvalidDataException or EndOfStreamException)
        {
            throw new InputException("--from", e.Message);
        }
        finally
        {
            Directory.Delete(unpacked, recursive: true);
        }

        Check(set, folder);
    }

    private static bool IsZipped(string path) => path.EndsWith(Zipped, StringComparison.Ordinal);

    private static bool IsArchive(string path) => path.EndsWith(".tar.gz", StringComparison.Ordinal);

    /// <summary>Files of MNIST would pass for Fashion-MNIST: they have the same form.</summary>
    private static void RefuseOthers(RemoteDataSet set, string source)
    {
        foreach (var path in set.Files.Keys.Select(name => Existing(source, name)).OfType<string>())
        {
            var digest = Download.Digest(path);
            var other = RemoteDataSet.All.FirstOrDefault(
                other => other.Name != set.Name && other.Files.Values.Any(digests => digests.Contains(digest)));
            if (other is not null)
            {
                throw new InputException("--from", $"{path} is a file of {other.Name} and not of {set.Name}");
            }
        }
    }

    /// <summary>A file, or the same without the gzip around it.</summary>
    private static string? Existing(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        var plain = IsZipped(name) ? path[..^Zipped.Length] : path;
        return File.Exists(path) ? path : File.Exists(plain) ? plain : null;
    }

    private static bool IsRight(string path, string[] digests) =>
        File.Exists(path) && digests.Contains(Download.Digest(path));

    private static void Unpack(RemoteDataSet set, string path, string folder)
    {
        if (!IsArchive(path))
        {
            return;
        }

        using var file = File.OpenRead(path);
        using var stream = new GZipStream(file, CompressionMode.Decompress);
        using var archive = new TarReader(stream);
        while (archive.GetNextEntry() is { } entry)
        {
            // Only names that are known: whatever paths an archive holds, nothing is written elsewhere.
            var name = Path.GetFileName(entry.Name);
            if (set.Files.ContainsKey(name))
            {
                entry.ExtractToFile(Path.Combine(folder, name), overwrite: true);
            }
        }
    }

    private void Check(RemoteDataSet set, string folder)
    {
        try
        {
            var data = set.Load(folder);
            var isPublished = set.Files.All(file => IsRight(Path.Combine(folder, file.Key), file.Value));
            tell($"{set.Name}: {data.Training.Count:N0} training and {data.Test.Count:N0} test examples in {folder}, "
                + (isPublished ? "every SHA-256 as published."
                    : "well formed; the SHA-256s are not those of the mirror's files."));
        }
        catch (DataSetException e)
        {
            throw new InputException(set.Name, e.Message);
        }
    }

    private Action<long, long?> Progress()
    {
        var next = TellEvery;
        return (done, total) =>
        {
            if (done >= next || done == total)
            {
                next = done + TellEvery;
                var share = total > 0 ? $" of {total / 1e6:F1} MB, {100.0 * done / total:F0} %" : " MB";
                tell($"  {done / 1e6:F1}{share}");
            }
        };
    }
}
