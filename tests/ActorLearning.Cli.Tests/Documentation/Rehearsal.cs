using System.Text.RegularExpressions;

namespace ActorLearning.Cli.Tests.Documentation;

/// <summary>
/// Tries out what a page says, in a folder of its own. Runs are shrunk to seconds; what cannot run in a test is proved to name
/// a command, options, scenarios and files that are there.
/// </summary>
internal sealed partial class Rehearsal : IDisposable
{
    private const string LongForm = "dotnet run -c Release --project src/ActorLearning.Cli -- ";

    /// <summary>Commands that are only looked at, and why.</summary>
    private static readonly Dictionary<string, string> OnlyLookedAt = new()
    {
        ["node"] = "it does not end by itself; the tests of the cluster start nodes",
        ["cluster"] = "it asks nodes that are not there; the tests of the cluster ask some that are",
        ["data"] = "it asks the internet; its own tests have a mirror of theirs",
        ["reproduce"] = "it takes minutes to hours; its own tests run a small figure",
    };

    /// <summary>Options that need a cluster.</summary>
    private static readonly string[] ClusterOptions = ["--engine", "--local-nodes", "--seed-node", "--nodes", "--hocon"];

    /// <summary>What is written in place of a value of the reader's own.</summary>
    private static readonly Dictionary<string, string> Placeholders = new()
    {
        ["…"] = "scenarios/quickstart.yaml",
        ["my.yaml"] = "scenarios/quickstart.yaml",
        ["SCENARIO"] = "scenarios/quickstart.yaml",
        ["SCENARIO…"] = "scenarios/quickstart.yaml",
        ["RUN"] = "runs/one",
        ["RUN…"] = "runs/one",
        ["[PART]"] = "attacks",
        ["S"] = "1",
        ["exchange.replacement=R"] = "exchange.replacement=6",
        ["byzantine.attack=ATTACK"] = "byzantine.attack=silent",
    };

    /// <summary>So that a run takes a fraction of a second.</summary>
    private static readonly string[] Shrunk =
        ["rounds=2", "model=softmax-regression", "evaluate.every=1", "evaluate.images=50", "evaluate.learners=all"];

    /// <summary>Where the properties are told that a command line may set.</summary>
    private static readonly string Properties = File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props"));

    private static readonly Lazy<string> Doctor = new(() => Outcome.Of("doctor").Out);

    private readonly string before = Environment.CurrentDirectory;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("actorlearning-");

    public Rehearsal()
    {
        foreach (var part in new[] { "scenarios", "schedules", "hocon" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, part), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(folder.FullName, Path.GetRelativePath(Repository.Root, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        Environment.CurrentDirectory = folder.FullName;
    }

    public void Dispose()
    {
        Environment.CurrentDirectory = before;
        folder.Delete(recursive: true);
    }

    /// <summary>Tries a command; the test fails where it does not work.</summary>
    public void Try(ShownCommand command)
    {
        if (Actorlearning(command.Text) is { } text)
        {
            TryOurs(command,
                [.. Shell.Split(text).Select(word => Placeholders.GetValueOrDefault(word, word)).SelectMany(Expanded)]);
        }
        else
        {
            Look(command);
        }
    }

    /// <summary>Runs a command as it is shown.</summary>
    public Outcome Run(ShownCommand command, string[] more) =>
        Outcome.Of([.. Shell.Split(Actorlearning(command.Text)!).SelectMany(Expanded), .. more]);

    /// <summary>What follows the program's name; null where it is another program.</summary>
    public static string? Actorlearning(string text)
    {
        var inner = Inner().Match(text) is { Success: true } match ? match.Groups[1].Value : text;
        return inner.StartsWith(LongForm, StringComparison.Ordinal) ? inner[LongForm.Length..]
            : inner.StartsWith("actorlearning ", StringComparison.Ordinal) ? inner["actorlearning ".Length..] : null;
    }

    private static void TryOurs(ShownCommand command, List<string> words)
    {
        if (words is ["COMMAND"])
        {
            return; // The README's words for all of them.
        }

        var known = CommandLine.MakeRoot().Subcommands.SingleOrDefault(item => item.Name == words[0]);
        Assert.True(known is not null, $"{command}: there is no such command");
        if (words.Count == 1 && known.Arguments.Count > 0)
        {
            return; // A mention, not a command to type.
        }

        var isLookedAt = OnlyLookedAt.ContainsKey(words[0]) || words.Intersect(ClusterOptions).Any() || !CanCompute(words);
        var errors = CommandLine.MakeRoot().Parse(words).Errors.Select(error => error.Message).ToList();
        Assert.True(errors.Count == 0, $"{command}: {string.Join(" ", errors)}");
        if (words[0] == "reproduce")
        {
            Assert.Contains(words[1], Cli.Commands.ReproduceCommand.Names);
        }

        var outcome = !isLookedAt ? Outcome.Of([.. Small(words)])
            : words.FindIndex(word => word.EndsWith(".yaml", StringComparison.Ordinal)) is >= 0 and var at
            ? Outcome.Of(["check", words[at], .. Sets(words)]) : new Outcome(CommandLine.Done, "", "");
        Assert.True(outcome.Exit == CommandLine.Done, $"{command}: exit code {outcome.Exit}\n{outcome.Out}\n{outcome.Error}");
    }

    /// <summary>
    /// Whether this build and machine have what a scenario is to compute with and on; where not, the refusal has its own tests.
    /// </summary>
    private static bool CanCompute(List<string> words) =>
        (!words.Contains("backend=torch") || Doctor.Value.Contains("torch: TorchSharp", StringComparison.Ordinal))
        && (!words.Contains("device=cuda:0") || Doctor.Value.Contains("CUDA device(s)", StringComparison.Ordinal))
        && Text(words).All(line => !line.Contains("set: cifar10", StringComparison.Ordinal)
            || !Doctor.Value.Contains("cifar10: missing", StringComparison.Ordinal));

    /// <summary>The lines of the scenario that a command names; none where it names none.</summary>
    private static string[] Text(List<string> words) =>
        words.Find(word => word.EndsWith(".yaml", StringComparison.Ordinal)) is { } file && File.Exists(file)
            ? File.ReadAllLines(file) : [];

    /// <summary>The command, small enough for a test.</summary>
    private static IEnumerable<string> Small(List<string> words) => words[0] switch
    {
        "run" => [.. words, "--quiet", .. Shrunk.SelectMany(value => new[] { "--set", value }), .. Fewer(words)],
        "sweep" when !words.Contains("--dry-run") => [.. words, .. Shrunk.SelectMany(value => new[] { "--set", value }),
            "--set", "byzantine.attack=[silent, dissensus]"],
        "explore" when !words.Contains("--replay") => With(With(words, "--schedules", "20"), "--depth", "1"),
        "explain" => With(words, "--round", "1"),
        _ => words,
    };

    private static string[] Fewer(List<string> words) => words[1].StartsWith("scenarios/scale/", StringComparison.Ordinal)
        ? ["--set", "learners=100", "--set", "byzantine.count=10"] : [];

    private static List<string> With(List<string> words, string option, string value)
    {
        var at = words.IndexOf(option);
        return at < 0 ? [.. words, option, value] : [.. words[..(at + 1)], value, .. words[(at + 2)..]];
    }

    private static IEnumerable<string> Sets(List<string> words) => words.Zip(words.Skip(1))
        .Where(pair => pair.First == "--set").SelectMany(pair => new[] { pair.First, pair.Second });

    /// <summary>A run's folder stands for the newest one there is; a star for all that fit.</summary>
    private static IEnumerable<string> Expanded(string word)
    {
        if (!word.StartsWith("runs/", StringComparison.Ordinal) || Directory.Exists(word))
        {
            return [word];
        }

        if (Runs().Length == 0)
        {
            Outcome.Of(["run", "scenarios/quickstart.yaml", "--quiet", .. Shrunk.SelectMany(set => new[] { "--set", set })])
                .AssertDone();
        }

        return word.EndsWith('*') ? Runs().Where(path => path.StartsWith(word[..^1], StringComparison.Ordinal))
                .Order(StringComparer.Ordinal) : [Runs().MaxBy(Directory.GetLastWriteTimeUtc)!];
    }

    private static string[] Runs() => !Directory.Exists("runs") ? [] : [.. Directory.GetDirectories("runs")
        .Select(path => path.Replace('\\', '/')).Where(path => !path.StartsWith("runs/sweep-", StringComparison.Ordinal))];

    /// <summary>Other programs: what they are told to use is there.</summary>
    private static void Look(ShownCommand command)
    {
        var words = command.Words;
        var files = words[0] switch
        {
            "alias" => [],
            "peers" => ["bench/ActorLearning.Benchmarks"],
            "dotnet" => words.Zip(words.Skip(1)).Where(pair => pair.First == "--project").Select(pair => pair.Second)
                .Concat(words.Skip(2).Where(word => word.StartsWith("src/", StringComparison.Ordinal))),
            _ => [words[0]],
        };
        Assert.All(files, file => Assert.True(
            Path.Exists(Path.Combine(Repository.Root, file)), $"{command}: {file} is not there"));
        Assert.All(words.Where(word => word.StartsWith("-p:", StringComparison.Ordinal)), word => Assert.True(
            Properties.Contains($"<{word[3..].Split('=')[0]} Condition", StringComparison.Ordinal),
            $"{command}: Directory.Build.props has no such property to set"));
        Assert.True(words[0] is not ("cd" or "git" or "source" or "python3"), $"{command}: no test knows how to try this");
        if (words[0] == "alias")
        {
            Assert.Equal($"actorlearning={LongForm.TrimEnd()}", words[1]);
        }
    }

    [GeneratedRegex(@"^source <\((.*)\)$")]
    private static partial Regex Inner();
}
