namespace ActorLearning.Engine.Tests;

public sealed class AttackTests
{
    [Fact]
    public void A_robust_rule_learns_where_the_mean_collapses()
    {
        string[] setting = ["rounds=60", "byzantine.attack=sign-flip", "evaluate.every=0", "evaluate.images=1000"];

        var robust = SmallRun.Run(setting).Accuracy!;
        var mean = SmallRun.Run([.. setting, "aggregation=mean"]).Accuracy!;

        Assert.True(robust.Worst > .7, $"robust: {robust}");
        Assert.True(mean.Mean < robust.Mean - .1, $"mean: {mean}, robust: {robust}");
    }

    [Fact]
    public void Silent_peers_cost_virtual_time_and_are_counted()
    {
        var record = SmallRun.Run("byzantine.attack=silent", "rounds=20");

        Assert.Equal(20, record.Last!.Round);
        Assert.True(record.Rounds.Sum(round => round.Timeouts) > 0);
        Assert.Equal(record.Rounds.Sum(round => round.Pulls), record.Rounds.Sum(round => round.Timeouts + round.Answers));
    }

    [Theory]
    [InlineData("nan")]
    [InlineData("wrong-length")]
    public void Broken_models_are_refused_and_counted(string attack)
    {
        var record = SmallRun.Run($"byzantine.attack={attack}", "rounds=20", "evaluate.images=1000");

        Assert.True(record.Rounds.Sum(round => round.Broken) > 0);
        Assert.Equal(0, record.Rounds.Sum(round => round.Timeouts));
        Assert.True(record.Accuracy!.Worst > .5, $"{record.Accuracy}");
    }

    [Fact]
    public void Replacement_pulls_bring_the_models_that_silent_peers_did_not()
    {
        var without = SmallRun.Run("byzantine.attack=silent", "rounds=20");
        var with = SmallRun.Run("byzantine.attack=silent", "rounds=20", "exchange.replacement=4");

        Assert.True(without.Rounds.Sum(round => round.Answers) < 20 * 8 * 5);
        Assert.Equal(20 * 8 * 5, with.Rounds.Sum(round => round.Answers));
    }

    [Fact]
    public async Task A_mixed_population_runs_every_strategy()
    {
        var text = SmallRun.Text.Replace(
            "{ count: 2, attack: alie }", "[{ count: 1, attack: silent }, { count: 1, attack: nan, placement: [3] }]");
        var scenario = ActorLearning.Scenarios.Reading.ScenarioFile.Parse("mixed.yaml", text);

        var record = await new Embedded.EmbeddedEngine(new()).RunAsync(scenario, null, CancellationToken.None);

        Assert.Contains(3, record.Byzantine);
        Assert.True(record.Rounds.Sum(round => round.Timeouts) > 0);
        Assert.True(record.Rounds.Sum(round => round.Broken) > 0);
    }

    [Fact]
    public void Byzantine_peers_met_never_exceed_those_there_are()
    {
        var record = SmallRun.Run("rounds=20");

        Assert.InRange(record.ByzantineMetMax, 1, 2);
    }
}
