using System.Globalization;
using ActorLearning.Engine.Checkpoints;
using ActorLearning.Scenarios;

namespace ActorLearning.Reporting.Checkpoints;

/// <summary>The checkpoints of a run in a folder of their own, a file each, the newest few kept.</summary>
/// <param name="path">The folder; made when the first checkpoint is written.</param>
/// <param name="tell">Told in a sentence of a checkpoint that cannot be written or read.</param>
public sealed class CheckpointFolder(string path, Action<string> tell) : ICheckpointStore
{
    /// <summary>How many are kept: if the newest is damaged there is one before it.</summary>
    public const int Kept = 2;

    private const string Extension = ".checkpoint";

    /// <summary>The files with the rounds they are of, newest first.</summary>
    public IReadOnlyList<(int Round, string Path)> Files
    {
        get
        {
            var found = new List<(int Round, string Path)>();
            foreach (var file in Directory.Exists(path) ? Directory.GetFiles(path, $"round-*{Extension}") : [])
            {
                var digits = Path.GetFileNameWithoutExtension(file)["round-".Length..];
                if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var round))
                {
                    found.Add((round, file));
                }
            }

            return [.. found.OrderByDescending(item => item.Round)];
        }
    }

    /// <inheritdoc/>
    public void Save(Checkpoint checkpoint)
    {
        var round = checkpoint.Header.Round;
        try
        {
            Directory.CreateDirectory(path);
            AtomicFile.Write(Path.Combine(path, $"round-{round:D9}{Extension}"), checkpoint.Write);
            foreach (var (_, old) in Files.Skip(Kept))
            {
                File.Delete(old);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var kept = Files is [var newest, ..] ? $"the one of round {newest.Round} is kept" : "none is kept so far";
            tell($"The checkpoint of round {round} cannot be written: {e.Message} The run goes on; {kept}.");
        }
    }

    /// <summary>The newest checkpoint that can be read; null where there is none.</summary>
    /// <param name="scenario">The scenario of the run.</param>
    /// <param name="last">The last round it may be of.</param>
    /// <exception cref="InputException">It is of another scenario, build or version, or may not be read.</exception>
    public Checkpoint? Newest(Scenario scenario, int last = int.MaxValue)
    {
        foreach (var (round, file) in Files.Where(item => item.Round <= last))
        {
            try
            {
                using var stream = File.OpenRead(file);
                var checkpoint = Checkpoint.Read(stream, file);
                return checkpoint.Header.Refusal(scenario.Fingerprint) is { } reason
                    ? throw new InputException(file, $"{reason}. Remove {path} to begin the run again.") : checkpoint;
            }
            catch (UnauthorizedAccessException e)
            {
                throw new InputException(file, $"cannot be read: {e.Message}");
            }
            catch (Exception e) when (e is CheckpointDamagedException or IOException)
            {
                tell($"The checkpoint of round {round} cannot be read: {e.Message}. {Before(round)}");
            }
        }

        return null;
    }

    private string Before(int round) => Files.FirstOrDefault(item => item.Round < round) is { Path: not null } before
        ? $"Trying the one of round {before.Round}." : "There is none before it.";
}
