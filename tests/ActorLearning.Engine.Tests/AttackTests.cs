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
    public void A_liar_that_is_aware_of_the_sample_plays_honest_to_whoever_pulls_no_other_liar()
    {
        string Hash(string attack, int liars) =>
            SmallRun.Run($"byzantine.count={liars}", $"byzantine.attack={attack}", "rounds=4").ModelHash!;

        Assert.Equal(Hash("honest", 1), Hash("sampling-aware", 1));
        Assert.NotEqual(Hash("honest", 3), Hash("sampling-aware", 3));
        Assert.NotEqual(Hash("optimised-alie", 3), Hash("sampling-aware", 3));
    }

    [Theory]
    [InlineData("optimised-alie")]
    [InlineData("optimised-fall-of-empires")]
    [InlineData("sampling-aware(of=both)")]
    public void Who_knows_the_victims_rule_tells_another_lie_to_another_rule(string attack)
    {
        // After one round the honest half-step models are the same whatever the rule, and what is told to the mean is far away.
        double Distance(string rule) => SmallRun.Run(
            $"aggregation={rule}", $"byzantine.attack={attack}", "byzantine.count=3", "exchange.peers=pull(7)",
            "exchange.assumedByzantine=3", "rounds=1", "evaluate.every=1", "data.split=iid").Last!.ConsensusDistance!.Value;

        Assert.True(Distance("mean") > 100 * Distance("trimmed-mean"), $"{Distance("mean")}, {Distance("trimmed-mean")}");
    }

    [Theory]
    [InlineData("alie(z=0, of={0})")]
    [InlineData("alie(z=1.5, sign=-, of={0})")]
    public void Who_sees_all_honest_models_lies_with_what_its_victim_never_pulled(string attack)
    {
        // A star around a liar: no learner pulls an honest model, so a lie from what is pulled knows the victim's own alone.
        double Distance(string of) => SmallRun.Run(
            "exchange.peers=star", "byzantine.count=1", "byzantine.placement=[0]", "aggregation=gossip", "rounds=1",
            "evaluate.every=1", $"byzantine.attack={attack}".Replace("{0}", of, StringComparison.Ordinal)).Last!
            .ConsensusDistance!.Value;

        // The same lie to all draws them together, as mixing does: distances shrink by their own weight.
        Assert.True(Distance("all") < .99 * Distance("pull"), $"{Distance("all")}, {Distance("pull")}");
    }

    [Fact]
    public void Byzantine_peers_met_never_exceed_those_there_are()
    {
        var record = SmallRun.Run("rounds=20");

        Assert.InRange(record.ByzantineMetMax, 1, 2);
    }
}
