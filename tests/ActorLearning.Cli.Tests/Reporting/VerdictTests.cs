using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Reports;
using ActorLearning.Reporting.Runs;

namespace ActorLearning.Cli.Tests.Reporting;

public sealed class VerdictTests
{
    [Fact]
    public void Everybody_learned() => Assert.Equal(
        "Every honest learner learned against 2 Byzantine learners: mean accuracy 0.900, worst 0.850, best 0.950. "
        + "No exchange brought more than 1 Byzantine models, and 2 were reckoned with.",
        Of(Run([(.1, .1, .1), (.9, .85, .95)])));

    [Fact]
    public void Guessing_is_not_learning() => Assert.StartsWith(
        "The honest learners learned nothing against 2 Byzantine learners: mean accuracy 0.120, worst 0.100, best 0.140, "
        + "where guessing gives 0.100. The mean stood at 0.500 after round 0 and fell.",
        Of(Run([(.5, .4, .6), (.12, .1, .14)])), StringComparison.Ordinal);

    [Fact]
    public void One_that_was_left_behind_is_told() => Assert.Contains(
        "as a whole learned against 2 Byzantine learners, but not all of them", Of(Run([(.9, .3, .95)])),
        StringComparison.Ordinal);

    [Fact]
    public void A_broken_assumption_is_told() => Assert.EndsWith(
        "One exchange brought 3 Byzantine models, more than the 2 reckoned with: the rule promises nothing there.",
        Of(Run([(.9, .85, .95)], met: 3)), StringComparison.Ordinal);

    [Fact]
    public void A_run_that_ended_early_says_so() => Assert.StartsWith(
        "The run ended early, after round 0 of 7. Every honest learner learned: ",
        Of(Run([(.9, .85, .95)]) with { IsComplete = false, Byzantine = [] }), StringComparison.Ordinal);

    private static string Of(FinishedRun run) => Verdict.Of(run);

    private static FinishedRun Run((double Mean, double Worst, double Best)[] rounds, int met = 1) => new()
    {
        Folder = "", Name = "made up", Seed = 1, Fingerprint = "", Engine = "", IsComplete = true, ScenarioText = "",
        Settings = new Dictionary<string, string> { ["rounds"] = "7" },
        Byzantine = [1, 2], AssumedByzantine = 2, Parameters = 1, Elapsed = default, Commit = "",
        Versions = new Dictionary<string, string>(), Evaluations = [],
        Shards = [new LearnerShard(0, new int[10])],
        Rounds = [.. rounds.Select((item, i) => new RoundRecord
        {
            Round = i, Accuracy = new AccuracySummary(item.Mean, item.Worst, item.Best), ByzantineMetMax = met,
        })],
    };
}
