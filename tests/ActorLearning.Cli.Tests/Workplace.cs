namespace ActorLearning.Cli.Tests;

/// <summary>A folder that is gone after the test, with a tiny scenario in it and room for runs.</summary>
internal sealed class Workplace : IDisposable
{
    /// <summary>Five learners on the real MNIST, three rounds: a fraction of a second.</summary>
    public const string Tiny = """
        name: Tiny run
        seed: 1
        learners: 5
        byzantine: { count: 1, attack: sign-flip }
        data: { set: mnist, split: iid }
        model: softmax-regression
        training: { batch: 10, rate: 0.1 }
        exchange: { peers: pull(3), assumedByzantine: 1 }
        aggregation: trimmed-mean
        rounds: 3
        evaluate: { every: 1, images: 100 }

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("actorlearning-");

    public Workplace() => Scenario = Write("tiny.yaml", Tiny);

    /// <summary>The folder.</summary>
    public string Folder => folder.FullName;

    /// <summary>The path of the tiny scenario.</summary>
    public string Scenario { get; }

    /// <summary>The folder for runs.</summary>
    public string Runs => Path.Combine(Folder, "runs");

    /// <summary>The folders of the runs there are.</summary>
    public string[] RunFolders => [.. Directory.GetDirectories(Runs).Order(StringComparer.Ordinal)];

    /// <summary>Writes a file and gives back its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs the tiny scenario into the folder for runs.</summary>
    public Outcome Run(params string[] more) => Outcome.Of(["run", Scenario, "--out", Runs, .. more]);

    public void Dispose() => folder.Delete(recursive: true);
}
