using ActorLearning.Cli.Reproduction;
using ActorLearning.Engine;
using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Records;
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
        foreach (var isQuick in new[] { true, false })
        {
            var fingerprints = figure.Rows.Select(row => runner.Read(figure, row, isQuick, seed: 1).Fingerprint).ToList();

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

        await Runner(engine).RunAsync(figure, isQuick: false, CancellationToken.None);
        await Runner(engine).RunAsync(figure, isQuick: false, CancellationToken.None);
        await Runner(engine).RunAsync(figure, isQuick: true, CancellationToken.None);

        Assert.Equal(4 + 2, engine.Runs);
        Assert.Equal("| run | mean | nothing | published: mean | published: nothing |", told[0]);
        Assert.Equal("| --- | --- | --- | --- | --- |", told[1]);
        Assert.Matches(@"^\| as it is \\\| so \| \.\d{3} \(\.\d{3}, \.\d{3}\) \|  \| \.5 \| \.6 \|$", told[2]);
        Assert.Equal(told[..4], told[4..8]);
        Assert.Matches(@"^\| with the mean \| \.\d{3} \|  \|  \|  \|$", told[11]);
    }

    [Fact]
    public void Figure_3_has_the_exact_bounds_beside_the_simulated()
    {
        var line = PlannerFigure.Lines().Single(line => line.StartsWith("| 100, 10 | 15 |", StringComparison.Ordinal));

        // P(no learner meets more than 8 in 200 rounds) is .9995, than 7 .9739.
        Assert.StartsWith("| 100, 10 | 15 | 8 | 0.500 |", line, StringComparison.Ordinal);
        Assert.EndsWith("| 0.9995 |", line, StringComparison.Ordinal);
    }

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
