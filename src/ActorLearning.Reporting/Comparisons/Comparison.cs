using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Runs;

namespace ActorLearning.Reporting.Comparisons;

/// <summary>
/// Runs side by side: what differs in their scenarios, and in what came of them. The first is what others differ from.
/// </summary>
public sealed class Comparison
{
    private const int LongestLabel = 60;

    /// <summary>Compares runs, two or more.</summary>
    public Comparison(IReadOnlyList<FinishedRun> runs)
    {
        Runs = runs;
        var keys = runs.SelectMany(run => run.Settings.Keys).Distinct().Order(StringComparer.Ordinal);
        Differences = [.. keys.Where(key => runs.Select(run => run.Setting(key)).Distinct().Count() > 1)];
        Labels = MakeLabels();
    }

    /// <summary>The runs.</summary>
    public IReadOnlyList<FinishedRun> Runs { get; }

    /// <summary>What each run is called: what it differs by where that is short, else its folder.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The keys in which the scenarios differ.</summary>
    public IReadOnlyList<string> Differences { get; }

    /// <summary>Whether all runs ended with the same models, bit for bit.</summary>
    public bool AreSame => Runs[0].ModelHash is { } hash && Runs.All(run => run.ModelHash == hash);

    /// <summary>What came of each run.</summary>
    public IReadOnlyList<Metric> Metrics => [.. AllMetrics.Where(metric => metric.Values.Any(value => value is not null))];

    private Metric[] AllMetrics =>
    [
        new("mean accuracy", Of(run => run.Last?.Accuracy?.Mean), IsMoreBetter: true),
        new("worst learner", Of(run => run.Last?.Accuracy?.Worst), IsMoreBetter: true),
        new("best learner", Of(run => run.Last?.Accuracy?.Best), IsMoreBetter: true),
        new("mean before the exchange", Of(run => run.Last?.AccuracyAfterTraining?.Mean), IsMoreBetter: true),
        new("on labels not seen", Of(run => run.Last?.Unseen), IsMoreBetter: true),
        new("on its rarest label", Of(run => run.Last?.Rarest), IsMoreBetter: true),
        new("test loss", Of(run => run.Last?.TestLoss), IsMoreBetter: false),
        new("consensus distance", Of(run => run.Last?.ConsensusDistance), IsMoreBetter: null),
        new("Byzantine met at most", Of(run => run.ByzantineMetMax), IsMoreBetter: null),
        new("honest models refused", Of(run => Share(run, round => round.HonestRefused, round => round.HonestOffered)),
            IsMoreBetter: false),
        new("Byzantine models accepted", Of(run => Share(run, round => round.ByzantineAccepted, round => round.ByzantineOffered)),
            IsMoreBetter: false),
        new("rounds", Of(run => run.Rounds.Count > 0 ? run.Rounds[^1].Round : 0), IsMoreBetter: null),
        new("models pulled", Of(run => run.Rounds.Sum(round => round.Pulls)), IsMoreBetter: null),
        new("timeouts", Of(run => run.Rounds.Sum(round => round.Timeouts)), IsMoreBetter: null),
        new("seconds", Of(run => run.Elapsed.TotalSeconds), IsMoreBetter: null),
    ];

    /// <summary>What is to be said first.</summary>
    public string Sentence => AreSame ? "All runs ended with the same models, bit for bit."
        : Differences.Count == 0 ? "The scenarios are the same, the models are not: other versions, other "
            + "engines with timeouts, or a run that ended early."
        : $"The scenarios differ in {string.Join(", ", Differences)}.";

    /// <summary>A share over all rounds; null where the rule does not tell what it takes.</summary>
    private static double? Share(FinishedRun run, Func<RoundRecord, long> part, Func<RoundRecord, long> all) =>
        run.Rounds.Sum(all) is > 0 and var sum ? (double)run.Rounds.Sum(part) / sum : null;

    private IReadOnlyList<double?> Of(Func<FinishedRun, double?> value) => [.. Runs.Select(value)];

    private string[] MakeLabels()
    {
        string[] told = [.. Runs.Select(run => string.Join(", ", Differences.Select(key => $"{key} = {run.Setting(key)}")))];
        var isTelling = told.Distinct().Count() == told.Length && told.All(label => label.Length is > 0 and <= LongestLabel);
        return isTelling ? told : [.. Runs.Select(run => Path.GetFileName(Path.TrimEndingDirectorySeparator(run.Folder)))];
    }
}
