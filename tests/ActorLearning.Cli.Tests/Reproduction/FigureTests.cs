using ActorLearning.Cli.Reproduction;
using ActorLearning.Engine;
using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Records;
using ActorLearning.Protocol;
using ActorLearning.Reporting.Runs;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Tests.Reproduction;

public sealed class FigureTests : IDisposable
{
    private static readonly string Papers = Path.Combine(Repository.Root, "scenarios", "papers");

    private readonly Workplace work = new();
    private readonly List<string> told = [];

    public static TheoryData<string> Names => [.. Figures.All.Select(figure => figure.Name)];

    public void Dispose() => work.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_of_a_figure_is_a_good_scenario_of_its_own(string name)
    {
        var figure = Figures.All.Single(candidate => candidate.Name == name);
        var runner = Runner(new CountingEngine());
        foreach (var choice in new[] { new FigureChoice { IsQuick = true }, new FigureChoice() })
        {
            var fingerprints = choice.RowsOf(figure)
                .Select(row => runner.Read(figure, row, choice, seed: 1).Fingerprint).ToList();

            Assert.NotEmpty(fingerprints);
            Assert.Equal(fingerprints.Count, fingerprints.Distinct().Count());
        }

        Assert.All(figure.Rows, row => Assert.InRange(row.Published.Length, 0, figure.Columns.Count));
    }

    [Fact]
    public async Task A_table_has_measured_beside_published_and_finished_runs_are_not_repeated()
    {
        var engine = new CountingEngine();
        var figure = new Figure("tiny", "A tiny one", work.Scenario, ["rounds=1"],
            [new("mean", run => run.Last?.Accuracy?.Mean), new("nothing", _ => null)],
            [new("as it is | so", [], ".5", ".6"), new("with the mean", ["aggregation=mean"])]) { Seeds = [1, 2] };

        await Runner(engine).RunAsync(figure, new FigureChoice(), CancellationToken.None);
        await Runner(engine).RunAsync(figure, new FigureChoice(), CancellationToken.None);
        await Runner(engine).RunAsync(figure, new FigureChoice { IsQuick = true }, CancellationToken.None);

        Assert.Equal(4 + 2, engine.Runs);
        Assert.Equal("| run | mean | nothing | published: mean | published: nothing |", told[0]);
        Assert.Equal("| --- | --- | --- | --- | --- |", told[1]);
        Assert.Matches(@"^\| as it is \\\| so \| \.\d{3} \(\.\d{3}, \.\d{3}\) \|  \| \.5 \| \.6 \|$", told[2]);
        Assert.Equal(told[..4], told[4..8]);
        Assert.Matches(@"^\| with the mean \| \.\d{3} \|  \|  \|  \|$", told[11]);
    }

    [Fact]
    public async Task Only_the_rows_seeds_and_settings_that_are_wanted_are_run()
    {
        var engine = new CountingEngine();
        var figure = Tiny(
            [new("one", []), new("another", ["aggregation=mean"]), new("long one", ["rounds=2"]) { IsQuick = false }]);

        await Runner(engine).RunAsync(
            figure, new FigureChoice { Only = "ONE", Seeds = 1, Settings = ["seed=7", "rounds=3"] }, CancellationToken.None);
        await Runner(engine).RunAsync(figure, new FigureChoice { IsQuick = true, Only = "one" }, CancellationToken.None);

        // Both rows with "one" came out as the same scenario of three rounds: the second was read from its folder.
        Assert.Equal(1 + 1, engine.Runs);
        Assert.Equal(["| one |", "| long one |", "| one |"], told.Where(line => line.Contains("one")).Select(Head));
    }

    [Fact]
    public async Task A_curve_stands_below_the_published_one_and_limits_are_checked_where_runs_are_as_long()
    {
        var figure = Tiny(
            [
                new("far off", [], ".999") { Limit = .01 },
                new("near", [], "0.0") { Limit = .01 },
                new("short", ["rounds=1"], "0.0") { Limit = .01 },
            ]) with
        {
            Curve = new PublishedCurve("as printed", [0, 3], [".1", ".9"]),
        };

        await Runner(new CountingEngine()).RunAsync(
            figure, new FigureChoice { Seeds = 1, Settings = ["evaluate.every=1"] }, CancellationToken.None);

        Assert.Matches(@"\| −\.\d{3}, more than \.010 below \|$", told[2]);
        Assert.Matches(@"\| \+\.\d{3}, holds \|$", told[3]);
        Assert.EndsWith("| fewer rounds |", told[4], StringComparison.Ordinal);
        Assert.Equal(
            ["", "| mean accuracy after round | 0 | 3 |", "| --- | --- | --- |", "| as printed | .1 | .9 |"], told[5..9]);
        Assert.Matches(@"^\| near \| \.\d{3} \| \.\d{3} \|$", told[10]);
        Assert.Matches(@"^\| short \| \.\d{3} \|  \|$", told[11]);
    }

    [Fact]
    public async Task A_row_that_cannot_be_run_is_refused_and_the_others_go_on_unless_none_could()
    {
        var figure = Tiny([new("good", []), new("bad", ["learners=0"]), new("good too", ["rounds=2"])]);

        var refused = await Runner(new CountingEngine()).RunAsync(figure, new FigureChoice { Seeds = 1 }, CancellationToken.None);
        var problem = await Assert.ThrowsAsync<InputException>(() => Runner(new CountingEngine()).RunAsync(
            figure, new FigureChoice { Seeds = 1, Only = "bad" }, CancellationToken.None));

        Assert.Equal(1, refused);
        Assert.StartsWith("| bad | refused: ", told[3], StringComparison.Ordinal);
        Assert.Contains("learners: 0 is out of range", told[3], StringComparison.Ordinal);
        Assert.Matches(@"^\| good too \| \.\d{3} \|$", told[4]);
        Assert.Contains("learners: 0", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_no_matter_of_a_row_and_ends_the_figure()
    {
        // The first run is in its folder; where the second would put its own, a file has taken the place.
        var figure = Tiny([new("good", []), new("nowhere", ["rounds=2"]), new("never", ["rounds=1"])]);
        var runner = Runner(new CountingEngine());
        var blocked = runner.Read(figure, figure.Rows[1], new FigureChoice(), seed: 1);
        Directory.CreateDirectory(work.Runs);
        File.WriteAllText(Path.Combine(work.Runs, $"tiny-run-1-{blocked.Fingerprint}"), "");

        var problem = await Assert.ThrowsAsync<InputException>(() => runner.RunAsync(
            figure, new FigureChoice { Seeds = 1 }, CancellationToken.None));

        Assert.StartsWith("--out: ", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("| good |", told[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_says_whether_pulls_are_ahead_as_published()
    {
        FigureColumn[] columns = [new("mean", run => run.Last?.Accuracy?.Mean), new("worst", run => run.Last?.Accuracy?.Worst)];
        FigureOutcome[] outcomes =
        [
            Outcome("graph", .5, .2, ".4", "<.1"), Outcome("other graph", .6, .3, ".9", "<.1"),
            Outcome("pull", .7, .1, ".8", ".5"),
        ];

        var lines = new FixedGraphVerdicts(columns, rounds: 1).Lines(outcomes).ToList();

        Assert.Equal(
            [
                "",
                "- a, mean: published: pulls .800, behind the best graph's .900; "
                    + "measured: pulls .700, ahead of the best graph's .600. The verdict changes from behind to ahead.",
                "- a, worst: published: pulls .500, ahead of the best graph's .100; "
                    + "measured: pulls .100, behind the best graph's .300. The verdict changes from ahead to behind.",
            ], lines);
        Assert.Equal([""], new FixedGraphVerdicts(columns, rounds: 2).Lines(outcomes)); // Shorter than what was published.
    }

    [Fact]
    public void Half_a_percent_is_no_lead()
    {
        FigureColumn[] columns = [new("mean", run => run.Last?.Accuracy?.Mean)];
        FigureOutcome[] outcomes = [Outcome("graph", .5, 0, ".400"), Outcome("pull", .504, 0, ".404")];

        Assert.Equal(
            ["", "- a, mean: published: pulls .404, level with the best graph's .400; "
                + "measured: pulls .504, level with the best graph's .500. The verdict stays."],
            new FixedGraphVerdicts(columns, rounds: 1).Lines(outcomes));
    }

    [Fact]
    public void The_learner_that_loses_most_against_itself_is_named()
    {
        var mean = new FigureColumn("mean", run => run.Last?.Accuracy?.Mean);
        var alone = With(Outcome("alone", .9, 0), (0, .95), (1, .85));
        alone = alone with { Row = alone.Row with { IsBaseline = true } };

        var lie = With(Outcome("a lie", .9, 0), (0, .88), (1, .92));
        var other = With(Outcome("other", .9, 0), (0, .95), (1, .845));

        Assert.Equal(
            [
                "",
                "- a: alone .900; no row ends more than .010 below, the least at .900",
                "- a, mine, learner by learner: 1 of 2 end more than .010 below what they reach alone, "
                    + "most of all learner 0 of seed 1, by .070: a lie",
                "- a, yours, learner by learner: 0 of 2 end more than .010 below what they reach alone",
            ],
            new AloneVerdicts(mean, limit: .01).Lines([Of("mine", lie), Of("yours", other), alone]));
    }

    [Fact]
    public void A_verdict_names_the_rows_that_end_too_far_below_learning_alone()
    {
        var mean = new FigureColumn("mean", run => run.Last?.Accuracy?.Mean);
        var alone = Outcome("alone", .9, 0);
        alone = alone with { Row = alone.Row with { IsBaseline = true } };
        FigureOutcome[] outcomes = [Outcome("a lie", .895, 0), Outcome("a worse lie", .885, 0), alone];

        Assert.Equal(
            "- a: alone .900; more than .010 below: a worse lie (.885)",
            new AloneVerdicts(mean, limit: .01).Lines(outcomes).ElementAt(1));
        Assert.Equal(
            "- a: alone .900; no row ends more than .020 below, the least at .885",
            new AloneVerdicts(mean, limit: .02).Lines(outcomes).ElementAt(1));
        Assert.Equal([""], new AloneVerdicts(mean, limit: .01).Lines(outcomes[2..]));
        Assert.Equal([""], new AloneVerdicts(mean, limit: .01).Lines(outcomes[..2])); // Nothing to compare with.
    }

    [Fact]
    public void Figure_3_has_the_exact_bounds_beside_the_simulated()
    {
        var line = PlannerFigure.Lines().Single(line => line.StartsWith("| 100, 10 | 15 |", StringComparison.Ordinal));

        // P(no learner meets more than 8 in 200 rounds) is .9995, than 7 .9739.
        Assert.StartsWith("| 100, 10 | 15 | 8 | 0.500 |", line, StringComparison.Ordinal);
        Assert.EndsWith("| 0.9995 |", line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lemmas_stand_beside_the_fewest_peers() => Assert.Contains(
        "| 1,000, 100 | 24 | 12 | ", string.Join('\n', PlannerFigure.Bounds()), StringComparison.Ordinal);

    private static string Head(string line) => line[..(line.IndexOf('|', 1) + 1)];

    private static FigureOutcome Outcome(string label, double mean, double worst, params string[] published) => new(
        new FigureRow(label, [], published) { Group = "a" },
        [
            new FinishedRun
            {
                Folder = "", Name = "", Seed = 1, Fingerprint = "", Engine = "", IsComplete = true, ScenarioText = "",
                Commit = "",
                Settings = new Dictionary<string, string>(), Versions = new Dictionary<string, string>(), Byzantine = [],
                AssumedByzantine = 0, Parameters = 0, Elapsed = TimeSpan.Zero, Evaluations = [],
                Rounds = [new RoundRecord { Round = 1, Accuracy = new AccuracySummary(mean, worst, mean) }],
            },
        ]);

    private static FigureOutcome Of(string family, FigureOutcome outcome) =>
        outcome with { Row = outcome.Row with { Family = family } };

    private static FigureOutcome With(FigureOutcome outcome, params (int Learner, double Accuracy)[] last) => outcome with
    {
        Runs =
        [
            outcome.Runs[0] with
            {
                Evaluations = [.. last.Select(item =>
                    new LearnerEvaluation(1, item.Learner, null, new Quality(item.Accuracy, 0)))],
            },
        ],
    };

    private Figure Tiny(FigureRow[] rows) => new("tiny", "A tiny one", work.Scenario, ["rounds=1"],
        [new("mean", run => run.Last?.Accuracy?.Mean)], rows);

    private FigureRunner Runner(IEngine engine) => new(engine, work.Runs, Papers, told.Add);

    private sealed class CountingEngine : IEngine
    {
        private readonly EmbeddedEngine inner = new(new EmbeddedOptions { Threads = 1 });

        public int Runs { get; private set; }

        public Task<RunRecord> RunAsync(Scenario scenario, Action<RunProgress>? progress, CancellationToken cancellation)
        {
            Runs++;
            return inner.RunAsync(scenario, progress, cancellation);
        }
    }
}
