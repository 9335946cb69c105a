using System.Text;

namespace ActorLearning.Reporting;

/// <summary>Writes whole files: aside first, then renamed, so that nobody ever sees half a file.</summary>
public static class AtomicFile
{
    /// <summary>Replaces the file's content, as UTF-8.</summary>
    public static void Write(string path, string content)
    {
        var aside = $"{path}.{Environment.ProcessId}.partial";
        try
        {
            using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write))
            {
                file.Write(Encoding.UTF8.GetBytes(content));
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

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (IOException)
        {
            // What stopped the writing may stop this too; the first error is the one to tell.
        }
    }
}
