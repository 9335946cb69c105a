using System.Buffers.Binary;
using System.IO.Compression;

namespace ActorLearning.Learning.Tests.Data;

/// <summary>A folder that is gone after the test, and IDX files to put into it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("actorlearning-");

    public string Path => folder.FullName;

    /// <summary>Writes a file, gzipped where its name says so, and gives back its path.</summary>
    public string Write(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, name.EndsWith(".gz", StringComparison.Ordinal) ? Gzip(content) : content);
        return path;
    }

    /// <summary>Writes the bytes as they are, whatever the name.</summary>
    public string WriteRaw(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>An IDX file of bytes.</summary>
    public static byte[] Idx(int[] dimensions, byte[] values)
    {
        var file = new byte[4 + 4 * dimensions.Length + values.Length];
        (file[2], file[3]) = (8, (byte)dimensions.Length);
        for (var i = 0; i < dimensions.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4 + 4 * i), dimensions[i]);
        }

        values.CopyTo(file, file.Length - values.Length);
        return file;
    }

    public static byte[] Gzip(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return target.ToArray();
    }
}
