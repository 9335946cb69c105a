using System.Text;

namespace ActorLearning.Reporting;

/// <summary>Writes whole files: aside first, then renamed, so that nobody ever sees half a file.</summary>
public static class AtomicFile
{
    /// <summary>How the names of files end that are being written.</summary>
    public const string Partial = ".partial";

    private const int Buffer = 1 << 16;

    /// <summary>Replaces the file's content, as UTF-8.</summary>
    public static void Write(string path, string content) => Write(path, file => file.Write(Encoding.UTF8.GetBytes(content)));

    /// <summary>Replaces the file's content.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        var aside = $"{path}.{Environment.ProcessId}{Partial}";
        try
        {
            using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.Read, Buffer))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            TryDelete(aside);
            throw;
        }
    }

    /// <summary>Removes what runs that were killed were just writing to a folder. Nobody else may be writing to it.</summary>
    public static void Sweep(string folder)
    {
        foreach (var left in Directory.Exists(folder) ? Directory.GetFiles(folder, $"*{Partial}") : [])
        {
            TryDelete(left);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What stopped the writing may stop this too; the first error is the one to tell.
        }
    }
}
