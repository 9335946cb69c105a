using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Learners;

public sealed class LearnerRestartTests
{
    [Fact]
    public void A_new_life_knows_nothing()
    {
        var learner = new LearnerHarness(steps: 2);
        learner.WholeRound(1);
        learner.PulledBy(4, Key(9));

        var effects = learner.Feed(new Restarted());

        var state = learner.State;
        Assert.Empty(effects);
        Assert.Null(state.Model);
        Assert.Equal((default, 0, LearnerPhase.Idle), (state.Round, state.Step, state.Phase));
        Assert.Equal((0, 0, 0), (state.Published.Length, state.Waiting.Length, state.Slots.Length));
        Assert.Equal(Id(0), state.Id);
    }

    [Fact]
    public void A_learner_without_a_model_joins_by_pulling_at_the_next_tick()
    {
        var learner = new LearnerHarness(peers: 3, assumedByzantine: 1);
        learner.Feed(new Restarted());

        var pulls = learner.Tick(7);
        learner.Answer(3, Key(7), ModelOf(3));
        learner.Answer(1, Key(7), ModelOf(1));
        var aggregation = LearnerHarness.TheAggregation(learner.Answer(2, Key(7), ModelOf(2)));

        Assert.Equal(Ids(1, 2, 3), pulls.Cast<Pull>().Select(pull => pull.Peer));
        Assert.False(aggregation.HasOwn);
        Assert.Equal(1, aggregation.AssumedByzantine);
        Assert.Equal(Ids(1, 2, 3), aggregation.Contributions.Select(item => item.Peer));
    }

    [Fact]
    public void A_joiner_reports_that_it_joined_after_one_exchange_and_takes_part_from_the_next_tick()
    {
        var learner = new LearnerHarness(peers: 1, steps: 3, hasModel: false);
        learner.Tick(7);
        learner.Answer(1, Key(7), ModelOf(1));
        var joined = ModelOf(9);

        var end = learner.Aggregated(Key(7), joined);
        var next = learner.Tick(8);

        var report = Assert.IsType<Report>(Assert.Single(end));
        Assert.True(report.Facts.Joined);
        Assert.Null(report.Facts.TrainingLoss);
        Assert.Equal<Effect>([new Train(RoundOf(8), joined)], next);
        Assert.False(learner.Facts.Joined);
    }

    [Theory]
    [InlineData(MissingPolicy.Own)]
    [InlineData(MissingPolicy.Fault)]
    [InlineData(MissingPolicy.Skip)]
    public void A_joiner_aggregates_whoever_answers_whatever_the_policy(MissingPolicy missing)
    {
        var learner = new LearnerHarness(peers: 3, assumedByzantine: 2, missing: missing, hasModel: false);
        learner.Tick(7);
        learner.Answer(2, Key(7), ModelOf(2));
        learner.TimeOut(1, Key(7));

        var aggregation = LearnerHarness.TheAggregation(learner.TimeOut(3, Key(7)));

        Assert.Equal(Id(2), Assert.Single(aggregation.Contributions).Peer);
        Assert.Equal(0, aggregation.AssumedByzantine);
    }

    [Fact]
    public void A_joiner_that_nobody_answers_reports_and_tries_again_at_the_next_tick()
    {
        var learner = new LearnerHarness(peers: 1, hasModel: false);
        learner.Tick(7);

        var end = learner.TimeOut(1, Key(7));
        var again = learner.Tick(8);

        Assert.True(Assert.IsType<Report>(Assert.Single(end)).Facts.Joined);
        Assert.Equal<Effect>([new Pull(Id(1), Key(8), Deadline)], again);
    }

    [Fact]
    public void A_joiner_whose_aggregation_is_refused_tries_again_at_the_next_tick()
    {
        var learner = new LearnerHarness(peers: 1, hasModel: false);
        learner.Tick(7);
        learner.Answer(1, Key(7), ModelOf(1));

        var end = learner.Aggregated(Key(7), model: null);
        var again = learner.Tick(8);

        Assert.IsType<Report>(Assert.Single(end));
        Assert.IsType<Pull>(Assert.Single(again));
    }

    [Fact]
    public void A_joiner_has_no_model_to_give_in_the_round_it_joins_and_says_so_at_once()
    {
        var learner = new LearnerHarness(peers: 1, hasModel: false);
        var before = learner.PulledBy(4, Key(7));

        var tick = learner.Tick(7);
        var after = learner.PulledBy(5, Key(7));

        Assert.Empty(before);
        Assert.Contains(new Reply(Id(4), Key(7), null), tick);
        Assert.Equal<Effect>([new Reply(Id(5), Key(7), null)], after);
        Assert.Empty(learner.State.Waiting);
    }

    [Fact]
    public void Local_steps_of_an_earlier_life_are_ignored()
    {
        var learner = new LearnerHarness(peers: 1);
        learner.Tick(1);
        learner.Feed(new Restarted());

        var idle = learner.Trained(1, ModelOf(1), life: 0);
        learner.Tick(1);
        var joining = learner.Trained(1, ModelOf(1), life: 0);

        Assert.Empty(idle);
        Assert.Empty(joining);
        Assert.Null(learner.Model);
    }

    [Fact]
    public void Local_steps_of_an_earlier_life_are_ignored_even_while_new_ones_run()
    {
        var learner = new LearnerHarness(peers: 1);
        learner.Tick(1);
        learner.Feed(new Restarted());
        learner.Tick(2);
        learner.Answer(1, Key(2), ModelOf(2));
        learner.Aggregated(Key(2), ModelOf(3));
        learner.Tick(3);

        var effects = learner.Trained(1, ModelOf(1), life: 0);

        Assert.Empty(effects);
        Assert.Equal(LearnerPhase.Training, learner.State.Phase);
    }

    [Fact]
    public void Local_steps_of_an_earlier_life_are_ignored_even_where_this_life_runs_the_same_round()
    {
        var learner = new LearnerHarness(peers: 1);
        learner.Tick(3);
        learner.Feed(new Restarted());
        learner.Tick(2); // A coordinator that was away ticks a round again.
        learner.Answer(1, Key(2), ModelOf(2));
        learner.Aggregated(Key(2), ModelOf(3));
        var train = Assert.IsType<Train>(Assert.Single(learner.Tick(3)));

        var old = learner.Trained(3, ModelOf(1), life: 0);
        var own = learner.Trained(3, ModelOf(4), train.Life);

        Assert.Empty(old);
        Assert.IsType<Pull>(Assert.Single(own));
    }

    [Fact]
    public void An_aggregation_of_an_earlier_life_is_ignored_even_where_this_life_aggregates_the_same_exchange()
    {
        var learner = new LearnerHarness(peers: 1);
        learner.ReachPulling(1);
        learner.Answer(1, Key(1), ModelOf(1));
        learner.Feed(new Restarted());
        learner.Tick(1);
        var joining = LearnerHarness.TheAggregation(learner.Answer(1, Key(1), ModelOf(2)));
        var joined = ModelOf(3);

        var old = learner.Aggregated(Key(1), ModelOf(9), life: 0);
        learner.Aggregated(Key(1), joined, life: joining.Life);

        Assert.Empty(old);
        Assert.Same(joined, learner.Model);
    }

    [Fact]
    public void An_aggregation_of_an_earlier_life_is_ignored()
    {
        var learner = new LearnerHarness(peers: 1);
        learner.ReachPulling(1);
        learner.Answer(1, Key(1), ModelOf(1));
        learner.Feed(new Restarted());

        var idle = learner.Aggregated(Key(1), ModelOf(1), life: 0);
        learner.Tick(2);
        learner.Answer(1, Key(2), ModelOf(2));
        var joining = learner.Aggregated(Key(1), ModelOf(1), life: 0);

        Assert.Empty(idle);
        Assert.Empty(joining);
        Assert.Null(learner.Model);
        Assert.Equal(LearnerPhase.Aggregating, learner.State.Phase);
    }
}
