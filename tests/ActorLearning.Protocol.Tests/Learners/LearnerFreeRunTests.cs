using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Learners;

public sealed class LearnerFreeRunTests
{
    private static LearnerHarness Free(int staleness = 1, bool hasModel = true) =>
        new(peers: 1, hasModel: hasModel, freeRun: new FreeRun(Rounds: 3, staleness));

    [Fact]
    public void The_end_of_a_round_is_the_start_of_the_next_until_the_last()
    {
        var learner = Free();

        var first = learner.WholeRound(1, peers: 1);
        learner.Trained(2, ModelOf(2));
        learner.Answer(1, Key(2), ModelOf(5));
        learner.Aggregated(Key(2), ModelOf(6));
        learner.Trained(3, ModelOf(3));
        learner.Answer(1, Key(3), ModelOf(5));
        var last = learner.Aggregated(Key(3), ModelOf(7));

        Assert.Equal([typeof(Report), typeof(Train)], first.Select(effect => effect.GetType()));
        Assert.Equal(RoundOf(2), first.OfType<Train>().Single().Round);
        Assert.Equal(RoundOf(3), Assert.IsType<Report>(Assert.Single(last)).Round);
        Assert.Equal(LearnerPhase.Idle, learner.State.Phase);
    }

    [Fact]
    public void A_pull_gets_the_newest_model_whatever_older_round_it_is_for()
    {
        var learner = Free(staleness: 0);
        learner.WholeRound(1, peers: 1);
        learner.Trained(2, ModelOf(22));

        var old = Assert.IsType<Reply>(Assert.Single(learner.PulledBy(4, Key(1))));
        var same = Assert.IsType<Reply>(Assert.Single(learner.PulledBy(5, Key(2))));

        Assert.Equal((Key(1), 22), (old.Key, old.Model!.Values[0]));
        Assert.Same(old.Model, same.Model);
    }

    [Fact]
    public void The_start_is_the_newest_model_before_the_first_is_trained()
    {
        var learner = Free(staleness: 1);
        learner.Tick(1);

        var reply = Assert.IsType<Reply>(Assert.Single(learner.PulledBy(4, Key(1))));

        Assert.Same(learner.StartModel, reply.Model);
    }

    [Fact]
    public void A_pull_that_is_too_far_ahead_waits_for_a_model_that_is_new_enough()
    {
        var learner = Free(staleness: 1);
        var halfStep = learner.ReachPulling(1);

        var waits = learner.PulledBy(4, Key(3));
        var fresh = learner.PulledBy(5, Key(2));
        learner.Answer(1, Key(1), ModelOf(5));
        learner.Aggregated(Key(1), ModelOf(6));
        var second = ModelOf(2);
        var then = learner.Trained(2, second);

        Assert.Empty(waits);
        Assert.Equal<Effect>([new Reply(Id(5), Key(2), halfStep)], fresh);
        Assert.Contains(new Reply(Id(4), Key(3), second), then);
        Assert.Empty(learner.State.Waiting);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    public void A_pull_for_a_round_that_there_is_not_does_not_wait(int round)
    {
        var learner = Free(staleness: 0);

        var reply = Assert.IsType<Reply>(Assert.Single(learner.PulledBy(4, Key(round))));

        Assert.Null(reply.Model);
    }

    [Fact]
    public void A_learner_in_a_new_life_joins_at_a_tick_and_goes_on_by_itself()
    {
        var learner = Free(hasModel: false);
        var joined = ModelOf(9);

        var pull = learner.Tick(2);
        var refused = learner.PulledBy(4, Key(2));
        learner.Answer(1, Key(2), ModelOf(1));
        var effects = learner.Aggregated(Key(2), joined);

        Assert.IsType<Pull>(Assert.Single(pull));
        Assert.Null(Assert.IsType<Reply>(Assert.Single(refused)).Model);
        Assert.True(effects.OfType<Report>().Single().Facts.Joined);
        Assert.Equal(RoundOf(3), effects.OfType<Train>().Single().Round);
        Assert.Same(joined, Assert.IsType<Reply>(Assert.Single(learner.PulledBy(4, Key(3)))).Model);
    }

    [Fact]
    public void A_learner_that_nobody_lets_join_tries_again_at_every_tick_and_reports_nothing()
    {
        var learner = Free(hasModel: false);
        learner.Tick(2);

        var failed = learner.TimeOut(1, Key(2));
        var again = learner.Tick(2);
        learner.TimeOut(1, Key(2));
        var older = learner.Tick(1);

        Assert.Empty(failed);
        Assert.Equal<Effect>([new Pull(Id(1), Key(2), Deadline)], again);
        Assert.Equal(again, older);
    }

    [Fact]
    public void Only_the_newest_model_is_kept()
    {
        var learner = Free();
        learner.WholeRound(1, peers: 1);
        learner.Trained(2, ModelOf(2));

        Assert.Equal(Key(2), Assert.Single(learner.State.Published).Key);
    }

    [Fact]
    public void A_tick_behind_the_round_is_ignored()
    {
        var learner = Free();
        learner.WholeRound(1, peers: 1);

        Assert.Empty(learner.Tick(1));
        Assert.Empty(learner.Feed(new RoundStarted(RoundOf(2))));
    }
}
