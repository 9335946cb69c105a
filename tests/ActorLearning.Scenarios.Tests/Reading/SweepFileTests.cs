using ActorLearning.Scenarios.Sweeps;

namespace ActorLearning.Scenarios.Tests.Reading;

public sealed class SweepFileTests
{
    [Fact]
    public void Every_value_meets_every_other()
    {
        var sweep = Read("aggregation=[mean, nnm | trimmed-mean]", "rounds=5..7", "seed=[3, 4]");

        Assert.Equal(["seed", "aggregation", "rounds"], sweep.Axes.Select(axis => axis.Key));
        Assert.Equal(12, sweep.Cells.Count);
        Assert.Equal(["3", "mean", "5"], sweep.Cells[0].Values);
        Assert.Equal(["3", "mean", "6"], sweep.Cells[1].Values);
        Assert.Equal(["4", "nnm | trimmed-mean", "7"], sweep.Cells[11].Values);
        Assert.Equal(7, sweep.Cells[11].Scenario.Rounds);
        Assert.Equal(4UL, sweep.Cells[11].Scenario.Seed);
        Assert.Equal("nnm | trimmed-mean", sweep.Cells[11].Scenario.Aggregation.Text);
        Assert.Equal(12, sweep.Cells.Select(cell => cell.Scenario.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void The_text_of_a_cell_is_a_scenario_of_its_own()
    {
        foreach (var cell in Read("aggregation=[mean, nnm | trimmed-mean]", "training.rate=[0.1, {0: 0.5, 10: 0.1}]").Cells)
        {
            var again = Small.Read(cell.Scenario.Text);

            Assert.Equal(cell.Scenario.Fingerprint, again.Fingerprint);
            Assert.StartsWith("# one run of the sweep", cell.Scenario.Text);
        }
    }

    [Fact]
    public void A_zip_takes_values_together_and_crosses_seeds()
    {
        var sweep = Read("sweep: zip\n", "aggregation=[mean, trimmed-mean]", "rounds=[5, 6]", "seed=1..3");

        Assert.Equal(
            ["1 mean 5", "2 mean 5", "3 mean 5", "1 trimmed-mean 6", "2 trimmed-mean 6", "3 trimmed-mean 6"],
            sweep.Cells.Select(cell => string.Join(' ', cell.Values)));
    }

    [Theory]
    [InlineData("0.1..0.5 step 0.1", "0.1 0.2 0.3 0.4 0.5")]
    [InlineData("0..1 step 0.4", "0 0.4 0.8")]
    [InlineData("1 .. 3", "1 2 3")]
    public void A_range_has_the_decimals_it_is_written_with(string range, string values) =>
        Assert.Equal(values, string.Join(' ', Read($"training.rate={range}").Axes[0].Values));

    [Fact]
    public void A_key_that_holds_a_list_anyway_is_swept_by_lists()
    {
        Assert.Equal(["byzantine.placement"],
            Read("byzantine.placement=[[0, 1], [2, 3], random]").Axes.Select(axis => axis.Key));
        Assert.Equal(["seed"], Read("byzantine.placement=[0, 1]", "seed=1..2").Axes.Select(axis => axis.Key));
    }

    [Theory]
    [InlineData("", "seed=1", "sweep.yaml:1:1: sweeps over nothing: no key holds a list or a range, as in seed: 1..3 or "
        + "aggregation: [mean, median]")]
    [InlineData("", "aggregation=[]", "--set: aggregation: an empty list sweeps over nothing")]
    [InlineData("", "seed=5..1", "--set: seed: 5..1 is no range; write one that ascends, as in 1..5 or 0.1..0.5 step 0.1")]
    [InlineData("", "seed=1..5 step 0", "--set: seed: 1..5 step 0 is no range; write one that ascends, as in 1..5 or "
        + "0.1..0.5 step 0.1")]
    [InlineData("sweep: zap\n", "seed=1..2", "sweep.yaml:1:8: sweep: zap is not one of grid, zip; did you mean zip?")]
    public void What_is_no_sweep_is_refused(string mode, string setting, string expected) =>
        Assert.Equal(expected, Refusal(mode, setting));

    [Fact]
    public void A_zip_of_unequal_lists_is_refused() => Assert.Equal(
        "--set: rounds: has 3 values and aggregation has 2; a zip takes as many of each",
        Refusal("sweep: zip\n", "aggregation=[mean, median]", "rounds=[5, 6, 7]"));

    [Fact]
    public void Too_many_runs_are_refused() => Assert.Contains(
        "makes 1,000,000 runs; at most 100,000 are made", Refusal("", "seed=1..1000", "rounds=1..1000"));

    [Fact]
    public void A_wrong_value_is_told_once_with_its_place()
    {
        var problem = Assert.Single(Assert.Throws<InputException>(() => SweepFile.Parse(
            "sweep.yaml", Small.With(8, "aggregation: [mean, trimed-mean]"), "seed=1..3")).Problems);

        Assert.Equal(("sweep.yaml", 8, 21), (problem.Source, problem.Line, problem.Column));
        Assert.Contains("did you mean trimmed-mean?", problem.Message);
    }

    [Fact]
    public void A_wrong_value_of_a_range_points_at_the_range()
    {
        var problem = Assert.Single(Assert.Throws<InputException>(() => SweepFile.Parse(
            "sweep.yaml", Small.With(7, "exchange: { peers: pull(5), assumedByzantine: 1..3 }"))).Problems);

        Assert.Equal(("sweep.yaml", 8), (problem.Source, problem.Line));
        Assert.StartsWith("trimmed-mean with 3 assumed Byzantine", problem.Message);
    }

    private static Sweep Read(params string[] settings) => settings[0].StartsWith("sweep:")
        ? SweepFile.Parse("sweep.yaml", settings[0] + Small.Text, settings[1..])
        : SweepFile.Parse("sweep.yaml", Small.Text, settings);

    private static string Refusal(string mode, params string[] settings) => Assert.Single(Assert.Throws<InputException>(() =>
        SweepFile.Parse("sweep.yaml", mode + Small.Text, settings)).Problems).ToString();
}
