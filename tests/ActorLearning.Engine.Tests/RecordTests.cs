using ActorLearning.Engine.Compute;
using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Tests;

public sealed class RecordTests
{
    [Fact]
    public void Every_round_is_recorded_and_the_stated_ones_are_evaluated()
    {
        var record = SmallRun.Run("rounds=7");

        Assert.Equal(Enumerable.Range(0, 8), record.Rounds.Select(round => round.Round));
        Assert.Equal([0, 3, 6, 7], record.Rounds.Where(round => round.Accuracy is not null).Select(round => round.Round));
        Assert.Equal(4 * 8, record.Evaluations.Count);
        Assert.All(record.Evaluations, item => Assert.DoesNotContain(item.Learner, record.Byzantine));
        Assert.All(record.Rounds.Skip(1), round => Assert.Equal(8 * 5, round.Pulls));
        Assert.All(record.Rounds.Skip(1), round => Assert.Equal(8 * 5 * 7850 * 4, round.Bytes));
    }

    [Fact]
    public void Only_a_named_sample_is_evaluated_where_the_scenario_says_so()
    {
        var record = SmallRun.Run("evaluate.learners=3", "evaluate.every=0");

        Assert.Equal(3, record.Evaluations.Count);
        Assert.Single(record.Rounds, round => round.Accuracy is not null);
    }

    [Fact]
    public void Models_are_evaluated_before_the_exchange_where_the_scenario_says_so()
    {
        var record = SmallRun.Run("evaluate.afterTraining=yes");

        Assert.All(record.Evaluations.Where(item => item.Round > 0), item => Assert.NotNull(item.AfterTraining));
        Assert.NotNull(record.Last!.AccuracyAfterTraining);
    }

    [Fact]
    public void A_label_that_a_learner_never_sees_is_its_rarest_and_it_does_not_know_it_alone()
    {
        // By-label shards of two: most labels are missing, and nobody passes anything on.
        var record = SmallRun.Run("data.split=by-label(shards=2)", "aggregation=clipped-gossip(radius=0)");

        Assert.All(record.Evaluations.Where(item => item.Round > 0), item => Assert.Equal(0, item.AfterAggregation.Rarest));
        Assert.Equal((null, 0), (record.Rounds[0].Rarest, record.Last!.Rarest));
        Assert.InRange(record.Last.Accuracy!.Mean, .1, 1);
    }

    [Fact]
    public void Equal_starts_are_equal_and_own_starts_are_not()
    {
        var same = SmallRun.Run("rounds=1", "evaluate.every=1");
        var own = SmallRun.Run("rounds=1", "evaluate.every=1", "training.start=own");

        Assert.InRange(same.Rounds[0].ConsensusDistance!.Value, 0, 1e-5); // The mean itself is rounded.
        Assert.True(own.Rounds[0].ConsensusDistance > .1);
    }

    [Fact]
    public async Task A_run_that_is_stopped_ends_after_the_round_and_keeps_what_was_measured()
    {
        using var stop = new CancellationTokenSource();
        void StopAtThree(RunProgress progress)
        {
            if (progress.Round.Round == 3)
            {
                stop.Cancel();
            }
        }

        var record = await new EmbeddedEngine(new()).RunAsync(SmallRun.Scenario("rounds=1000"), StopAtThree, stop.Token);

        Assert.True(record.IsInterrupted);
        Assert.Null(record.ModelHash);
        Assert.InRange(record.Last!.Round, 3, 4);
    }

    [Theory]
    [InlineData("byzantine.attack=alie")]
    [InlineData("byzantine.attack=silent")]
    [InlineData("byzantine.attack=late(delay=3)")]
    [InlineData("byzantine.attack=late(delay=1000)")]
    [InlineData("byzantine.attack=flood(n=50)")]
    [InlineData("byzantine.attack=dissensus")]
    public void Memory_does_not_grow_with_rounds(string setting)
    {
        var short_ = BuffersAfter(5, setting);

        var long_ = BuffersAfter(60, setting);

        // Two Byzantine learners forge up to five lies an exchange each on top of three vectors a learner.
        Assert.InRange(long_, 1, short_ + 8);
        Assert.InRange(long_, 1, 3 * 10 + 2 * 8);
    }

    [Fact]
    public void A_learner_costs_at_most_four_vectors_of_its_model()
    {
        var buffers = BuffersAfter(10, "byzantine.attack=alie");

        // A half-step model, the lie it is told and what it aggregates; the fourth is its momentum.
        Assert.InRange(buffers, 1, 3 * 10);
    }

    [Fact]
    public void A_split_that_leaves_a_learner_without_data_says_what_to_do()
    {
        var e = Assert.Throws<InputException>(() => SmallRun.Run("data.split=dirichlet(alpha=0.0001)"));

        Assert.Contains("without training examples", e.Message);
        Assert.Contains("larger alpha", e.Message);
    }

    [Fact]
    public void Byzantine_learners_stand_where_the_placement_says()
    {
        var placed = new Population(SmallRun.Scenario("byzantine.placement=[2, 5]"));
        var random = new Population(SmallRun.Scenario());
        var other = new Population(SmallRun.Scenario("seed=8", "learners=200", "byzantine.count=20"));

        Assert.Equal([2, 5], placed.Byzantine.Select(id => id.Number).Order());
        Assert.Equal(2, random.Byzantine.Count);
        Assert.Equal(20, other.Byzantine.Count);
        Assert.Equal(180, other.Honest.Count);
        Assert.NotEqual(Enumerable.Range(0, 20), other.Byzantine.Select(id => id.Number).Order());
    }

    [Fact]
    public void One_bit_in_one_model_changes_the_hash()
    {
        float[][] models = [[1, 2], [3, 4]];
        var hash = ModelHash.Of(models);
        models[1][0] = MathF.BitIncrement(3);

        Assert.NotEqual(hash, ModelHash.Of(models));
    }

    private static int BuffersAfter(int rounds, string setting)
    {
        var run = new EmbeddedRun(RunSetup.Load(SmallRun.Scenario($"rounds={rounds}", setting)), new EmbeddedOptions(), null);
        run.Run(CancellationToken.None);
        return run.Buffers;
    }
}
