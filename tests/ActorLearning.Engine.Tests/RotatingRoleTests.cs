using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Records;
using ActorLearning.Protocol;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Engine.Tests;

/// <summary>The Byzantine role moves to other learners every so many rounds.</summary>
public sealed class RotatingRoleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_role_stays_for_so_many_rounds_and_then_goes_to_other_learners(int rotate)
    {
        var population = new Population(SmallRun.Scenario($"byzantine.rotate={rotate}", "rounds=100"));
        var had = new HashSet<LearnerId>();
        for (var round = 1; round <= 100; round++)
        {
            var (now, before) = (population.At(new Round(round)).Byzantine, population.At(new Round(round - 1)).Byzantine);
            had.UnionWith(now);

            Assert.Equal(2, now.Count);
            Assert.Equal(8, population.At(new Round(round)).Honest.Count);
            Assert.Equal((round - 1) % rotate > 0 || round == 1 ? 2 : 0, now.Intersect(before).Count());
        }

        Assert.Equal(10, had.Count);
        Assert.Equal(population.At(new Round(100)).Byzantine, population.Byzantine);
    }

    [Fact]
    public void At_first_the_same_learners_have_it_as_without_rotation()
    {
        var fixed_ = new Population(SmallRun.Scenario());
        var moving = new Population(SmallRun.Scenario("byzantine.rotate=2"));
        var listed = new Population(SmallRun.Scenario("byzantine.rotate=2", "byzantine.placement=[2, 5]"));

        Assert.Equal(fixed_.Byzantine, moving.At(new Round(2)).Byzantine);
        Assert.Equal([2, 5], listed.At(new Round(1)).Byzantine.Select(id => id.Number).Order());
        Assert.NotEqual(fixed_.Byzantine, moving.At(new Round(3)).Byzantine);
    }

    [Fact]
    public void Where_most_learners_are_byzantine_some_of_them_keep_a_role()
    {
        var population = new Population(SmallRun.Scenario(
            "byzantine.count=7", "byzantine.rotate=1", "exchange.assumedByzantine=2"));

        for (var round = 1; round <= 20; round++)
        {
            Assert.Equal(7, population.At(new Round(round)).Byzantine.Count);
        }
    }

    [Fact]
    public void Groups_that_stay_are_left_where_they_are()
    {
        var population = new Population(ScenarioFile.Parse("mixed.yaml", SmallRun.Text.Replace(
            "{ count: 2, attack: alie }",
            "[{ count: 2, attack: silent }, { count: 1, attack: nan, rotate: 2 }, { count: 1, attack: alie, rotate: 2 }]")));
        var silent = population.At(new Round(1)).Byzantine.Where(id => Text(population, id, 1) == "silent").ToList();

        Assert.Equal(2, silent.Count);
        for (var round = 1; round <= 30; round++)
        {
            var members = population.At(new Round(round));
            Assert.All(silent, id => Assert.Equal("silent", Text(population, id, round)));
            Assert.Equal(
                ["alie", "nan", "silent", "silent"], members.Byzantine.Select(id => Text(population, id, round)).Order());
        }
    }

    [Theory]
    [InlineData("byzantine.attack=sign-flip")]
    [InlineData("byzantine.attack=silent")]
    [InlineData("byzantine.attack=dissensus")]
    [InlineData("byzantine.attack=sampling-aware")]
    [InlineData("byzantine.attack=mimic")]
    [InlineData("byzantine.attack=alie", "exchange.steps=2")]
    [InlineData("byzantine.attack=silent", "exchange.replacement=2", "byzantine.count=4")]
    public void Runs_are_repeatable_to_the_bit_on_any_number_of_threads_and_read_no_buffer_too_late(params string[] setting)
    {
        string[] all = [.. setting, "byzantine.rotate=1", "rounds=6"];

        var one = SmallRun.Run(new EmbeddedOptions { Threads = 1 }, all);
        var three = SmallRun.Run(new EmbeddedOptions { Threads = 3, PoisonFreeBuffers = true }, all);

        Assert.NotNull(one.ModelHash);
        Assert.Equal(one.ModelHash, three.ModelHash);
        Assert.NotEqual(SmallRun.Run([.. setting, "rounds=6"]).ModelHash, one.ModelHash);
    }

    [Fact]
    public void Only_who_is_honest_in_a_round_is_counted_in_it()
    {
        var scenario = SmallRun.Scenario("byzantine.rotate=2", "byzantine.attack=nan", "rounds=12", "evaluate.every=1");
        var population = new Population(scenario);

        var record = Run(scenario);

        foreach (var round in record.Rounds.Skip(1))
        {
            var honest = population.At(new Round(round.Round)).Honest;
            Assert.Equal(honest, record.Evaluations.Where(item => item.Round == round.Round).Select(item => item.Learner));
            Assert.Equal(8 * 5, round.Pulls);
            Assert.Equal(round.Pulls, round.Answers + round.Broken);
        }

        Assert.Equal(population.Byzantine.Select(id => id.Number).Order(), record.Byzantine);
        Assert.InRange(record.ByzantineMetMax, 1, 2);
    }

    [Fact]
    public void A_robust_rule_learns_against_a_role_that_moves_and_the_mean_does_not()
    {
        string[] setting =
            ["byzantine.rotate=5", "rounds=60", "byzantine.attack=sign-flip", "evaluate.every=0", "evaluate.images=1000"];

        var robust = SmallRun.Run(setting).Accuracy!;
        var mean = SmallRun.Run([.. setting, "aggregation=mean"]).Accuracy!;

        Assert.True(robust.Worst > .7, $"robust: {robust}");
        Assert.True(mean.Mean < robust.Mean - .1, $"mean: {mean}, robust: {robust}");
    }

    [Fact]
    public void Memory_does_not_grow_with_rounds()
    {
        Assert.InRange(BuffersAfter(60), 1, BuffersAfter(6) + 12);
    }

    [Fact]
    public void The_number_to_reckon_with_is_the_planners_for_a_role_that_stays() => Assert.Equal(
        SmallRun.Scenario("learners=40", "exchange.peers=pull(20)", "exchange.assumedByzantine=auto(confidence=0.9)")
            .Exchange.AssumedByzantine,
        SmallRun.Scenario(
            "learners=40", "exchange.peers=pull(20)", "exchange.assumedByzantine=auto(confidence=0.9)", "byzantine.rotate=1")
            .Exchange.AssumedByzantine);

    private static string? Text(Population population, LearnerId learner, int round) =>
        population.At(new Round(round)).GroupOf(learner)?.AttackText;

    private static RunRecord Run(Scenario scenario) =>
        new EmbeddedEngine(new()).RunAsync(scenario, null, CancellationToken.None).GetAwaiter().GetResult();

    private static int BuffersAfter(int rounds)
    {
        var scenario = SmallRun.Scenario($"rounds={rounds}", "byzantine.rotate=2", "byzantine.attack=dissensus");
        var run = new EmbeddedRun(RunSetup.Load(scenario), new EmbeddedOptions(), null);
        run.Run(CancellationToken.None);
        return run.Buffers;
    }
}
