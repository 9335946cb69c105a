using ActorLearning.Cli.Tests.Reporting;
using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Runs;
using ActorLearning.Reporting.Sweeps;
using ActorLearning.Scenarios.Sweeps;

namespace ActorLearning.Cli.Tests.Sweeps;

/// <summary>The tables and the page of a sweep.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class SweepReportTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Theory]
    [InlineData(".", ",", "-")]
    [InlineData(",", ".", "−")]
    [InlineData("٫", "'", "~")]
    public void They_are_the_same_wherever_they_are_written(string point, string group, string minus)
    {
        using var somewhere = new Commas(point, group, minus);

        var outcome = MadeUp();

        Golden.Check("sweep.html", SweepReport.Write(outcome));
        Golden.Check("sweep.csv", SweepCsv.Runs(outcome));
        Golden.Check("sweep-summary.csv", SweepCsv.Summary(outcome));
    }

    [Fact]
    public void The_best_and_the_worst_are_named_and_failures_counted() => Assert.Equal(
        [
            "Best: aggregation = a, b, byzantine.attack = y, training.rate = 0.3, mean accuracy 0.805 ± 0.064 over 2 seeds, "
                + "worst learner 0.750.",
            "Worst: aggregation = mean, byzantine.attack = x, training.rate = 0.1, mean accuracy 0.205 ± 0.064 over 2 seeds, "
                + "worst learner 0.150.",
            "1 of 24 runs failed.",
        ],
        SweepReport.Sentences(MadeUp()));

    [Fact]
    public void A_confidence_interval_is_Students()
    {
        var estimate = Estimate.Of([1, 2, 3, 4])!.Value;

        // The standard deviation of 1, 2, 3, 4 is 1.29099, t for three degrees of freedom 3.182.
        Assert.Equal(2.5, estimate.Mean);
        Assert.Equal(3.182 * 1.2909944487 / 2, estimate.HalfWidth!.Value, 6);
        Assert.Null(Estimate.Of([1.0])!.Value.HalfWidth);
        Assert.Null(Estimate.Of([]));
    }

    [Fact]
    public void Two_keys_make_a_table_with_the_longer_one_down_and_what_does_not_survive_bold()
    {
        var run = ReportedRun.Read(work, ReportedRun.MakeLarge(honest: 2, rounds: 1));
        SweepAxis[] axes = [new("seed", ["1", "2"]), new("attack", ["x", "y"]), new("rule", ["mean", "a | b", "c"])];
        double[,] mean = { { .9, .9, .8 }, { .3, .88, double.NaN } };
        var runs = from seed in Enumerable.Range(0, 2)
                   from attack in Enumerable.Range(0, 2)
                   from rule in Enumerable.Range(0, 3)
                   let isFailed = double.IsNaN(mean[attack, rule])
                   select new SweepRun([axes[0].Values[seed], axes[1].Values[attack], axes[2].Values[rule]],
                       isFailed ? null : With(run, mean[attack, rule] + .02 * seed), isFailed ? "it broke" : "");
        var outcome = new SweepOutcome("two keys", IsZip: false, axes, [.. runs]);

        Assert.Equal(
            "| rule | `x` | `y` |\n| --- | --- | --- |\n| `mean` | .91 .85 | **.31 .25** |\n"
            + "| `a \\| b` | .91 .85 | .89 .83 |\n| `c` | .81 .75 | failed |\n",
            SweepTable.Of(outcome));
        Assert.Null(SweepTable.Of(MadeUp()));
        Assert.Null(SweepTable.Of(outcome with { IsZip = true }));
    }

    [Fact]
    public void Keys_that_change_together_are_one_line()
    {
        var run = ReportedRun.Read(work, ReportedRun.MakeLarge(honest: 2, rounds: 1));
        SweepAxis[] axes = [new("seed", ["1", "2"]), new("peers", ["4", "4", "6"]), new("liars", ["0", "1", "2"])];
        var runs = from i in Enumerable.Range(0, 3)
                   from seed in Enumerable.Range(0, 2)
                   select new SweepRun([axes[0].Values[seed], axes[1].Values[i], axes[2].Values[i]], With(run, .8 - .1 * i), "");

        var page = SweepReport.Write(new SweepOutcome("zipped", IsZip: true, axes, [.. runs]));

        Assert.Contains("6 runs: seed (2) × peers (3) together with liars (3)", page, StringComparison.Ordinal);
        var chart = page.Split("<figcaption>Mean accuracy at the end")[1].Split("</figure>")[0];
        Assert.Equal(2, chart.Split("<path class=\"line ").Length);
        Assert.Contains("<th scope=\"col\">liars<th scope=\"col\">mean accuracy", chart, StringComparison.Ordinal);
        Assert.Equal(["0.8", "0.7", "0.6"], chart.Split("<th scope=\"row\">").Skip(1).Select(row => row.Split("<td>")[1].Trim()));
    }

    [ChromiumFact]
    public async Task The_page_opens_without_a_complaint()
    {
        var path = work.Write("sweep.html", SweepReport.Write(MadeUp()));

        var (document, console) = await Chromium.OpenAsync(path, work);

        Assert.Empty(console);
        Assert.Contains("id=\"tip\"", document, StringComparison.Ordinal);
    }

    private SweepOutcome MadeUp()
    {
        var run = ReportedRun.Read(work, ReportedRun.MakeLarge(honest: 2, rounds: 1)) with { Folder = "some/run-1" };
        SweepAxis[] axes =
        [
            new("seed", ["1", "2"]), new("aggregation", ["mean", "a, b"]), new("byzantine.attack", ["x", "y"]),
            new("training.rate", ["0.1", "0.2", "0.3"]),
        ];
        var runs = from seed in Enumerable.Range(0, 2)
                   from rule in Enumerable.Range(0, 2)
                   from attack in Enumerable.Range(0, 2)
                   from rate in Enumerable.Range(0, 3)
                   let mean = .2 + .3 * rule + .2 * attack + .05 * rate + .01 * seed
                   let isFailed = (seed, rule, attack, rate) == (1, 1, 0, 0)
                   select new SweepRun([axes[0].Values[seed], axes[1].Values[rule], axes[2].Values[attack], axes[3].Values[rate]],
                       isFailed ? null : With(run, mean), isFailed ? "round 3 cannot go on: it waits for learner(s) 1, 2" : "");
        return new SweepOutcome("Made <up>", IsZip: false, axes, [.. runs]);
    }

    private static FinishedRun With(FinishedRun run, double mean) => run with
    {
        Rounds = [.. run.Rounds.Select((round, i) => round with
        {
            Accuracy = new AccuracySummary(mean * (i + 1) / 2, (mean - .05) * (i + 1) / 2, (mean + .05) * (i + 1) / 2),
        })],
    };
}
