using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Learners;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Learners;

public sealed class LearnerLagTests
{
    [Fact]
    public void A_tick_during_the_local_steps_takes_effect_after_them_and_waiting_peers_still_get_the_model()
    {
        var learner = new LearnerHarness();
        learner.Tick(1);
        learner.PulledBy(4, Key(1));
        var halfStep = ModelOf(1);

        var atOnce = learner.Tick(2);
        var later = learner.Trained(1, halfStep);

        Assert.Empty(atOnce);
        Assert.Equal<Effect>([new Reply(Id(4), Key(1), halfStep), new Train(RoundOf(2), halfStep)], later);
    }

    [Fact]
    public void A_tick_while_pulling_ends_the_pulls_and_the_half_step_model_goes_on()
    {
        var learner = new LearnerHarness(peers: 2);
        var halfStep = learner.ReachPulling();
        learner.Answer(1, Key(1), ModelOf(5));

        var effects = learner.Tick(2);

        Assert.Equal<Effect>([new Train(RoundOf(2), halfStep)], effects);
        Assert.Empty(learner.State.Slots);
        Assert.Empty(learner.TimeOut(2, Key(1)));
    }

    [Fact]
    public void A_tick_while_aggregating_takes_effect_with_the_aggregated_model()
    {
        var learner = new LearnerHarness(peers: 1);
        learner.ReachPulling();
        learner.Answer(1, Key(1), ModelOf(5));
        var aggregated = ModelOf(7);

        var atOnce = learner.Tick(2);
        var later = learner.Aggregated(Key(1), aggregated);

        Assert.Empty(atOnce);
        Assert.Equal<Effect>([new Train(RoundOf(2), aggregated)], later);
    }

    [Fact]
    public void A_tick_while_aggregating_leaves_out_the_further_consensus_steps()
    {
        var learner = new LearnerHarness(peers: 1, steps: 3);
        learner.ReachPulling();
        learner.PulledBy(4, Key(1, 2));
        learner.Answer(1, Key(1), ModelOf(5));
        learner.Tick(2);
        var aggregated = ModelOf(7);

        var effects = learner.Aggregated(Key(1), aggregated);

        Assert.Equal<Effect>([new Reply(Id(4), Key(1, 2), null), new Train(RoundOf(2), aggregated)], effects);
        Assert.Equal(0, learner.State.Step);
    }

    [Fact]
    public void Of_several_ticks_during_work_the_newest_counts_once()
    {
        var learner = new LearnerHarness();
        learner.Tick(1);
        learner.Tick(2);
        learner.Tick(4);
        learner.Tick(3);
        var halfStep = ModelOf(1);

        var effects = learner.Trained(1, halfStep);
        var after = learner.Trained(4, ModelOf(2));

        Assert.Equal<Effect>([new Train(RoundOf(4), halfStep)], effects);
        Assert.All(after, effect => Assert.IsType<Pull>(effect));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(int.MinValue)]
    public void A_repeated_or_overtaken_tick_is_ignored_in_every_phase(int round)
    {
        var learner = new LearnerHarness(peers: 1);
        List<Effect> effects = [];

        learner.Tick(2);
        effects.AddRange(learner.Tick(round));
        learner.Trained(2, ModelOf(1));
        effects.AddRange(learner.Tick(round));
        learner.Answer(1, Key(2), ModelOf(2));
        effects.AddRange(learner.Tick(round));
        var report = learner.Aggregated(Key(2), ModelOf(3));
        effects.AddRange(learner.Tick(round));

        Assert.Empty(effects);
        Assert.IsType<Report>(Assert.Single(report));
        Assert.Equal((RoundOf(2), LearnerPhase.Idle), (learner.State.Round, learner.State.Phase));
    }

    [Fact]
    public void A_repeated_tick_is_ignored_while_the_round_runs_and_answered_with_the_report_when_it_is_done()
    {
        var learner = new LearnerHarness(peers: 1);
        learner.Tick(2);
        var training = learner.Tick(2);
        learner.Trained(2, ModelOf(1));
        var pulling = learner.Tick(2);
        learner.Answer(1, Key(2), ModelOf(2));
        var report = learner.Aggregated(Key(2), ModelOf(3));

        var again = learner.Tick(2);

        Assert.Empty(training.Concat(pulling));
        Assert.IsType<Report>(Assert.Single(report));
        Assert.Equal(report, again);
    }

    [Fact]
    public void Answers_that_come_after_the_report_are_counted_in_the_next_one()
    {
        var learner = new LearnerHarness(peers: 1);
        var first = Assert.IsType<Report>(Assert.Single(learner.WholeRound(1, peers: 1)));
        learner.Answer(1, Key(1), ModelOf(8));
        learner.Answer(2, Key(1), ModelOf(9));

        var second = Assert.IsType<Report>(Assert.Single(learner.WholeRound(2, peers: 1)));
        var third = Assert.IsType<Report>(Assert.Single(learner.WholeRound(3, peers: 1)));

        Assert.Equal((0, 2, 0), (first.Facts.Late, second.Facts.Late, third.Facts.Late));
    }

    [Fact]
    public void A_learner_that_lagged_answers_for_the_round_it_left_only_while_it_is_the_previous_one()
    {
        var learner = new LearnerHarness();
        learner.ReachPulling(1);

        learner.Tick(2);
        var previous = Assert.IsType<Reply>(Assert.Single(learner.PulledBy(4, Key(1))));
        learner.Trained(2, ModelOf(2));
        learner.Tick(5);
        var older = Assert.IsType<Reply>(Assert.Single(learner.PulledBy(4, Key(2))));

        Assert.NotNull(previous.Model);
        Assert.Null(older.Model);
        Assert.Empty(learner.State.Published);
    }
}
