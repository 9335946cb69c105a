using ActorLearning.Protocol.Effects;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Learners;

public sealed class LearnerPublishingTests
{
    [Fact]
    public void A_pull_before_the_tick_waits_until_the_model_is_published()
    {
        var learner = new LearnerHarness(peers: 0);
        var model = ModelOf(1);

        var atOnce = learner.PulledBy(4, Key(1));
        learner.Tick(1);
        var later = learner.Trained(1, model);

        Assert.Empty(atOnce);
        Assert.Equal(new Reply(Id(4), Key(1), model), later[0]);
    }

    [Fact]
    public void A_pull_during_the_local_steps_waits_until_the_model_is_published()
    {
        var learner = new LearnerHarness(peers: 0);
        learner.Tick(1);
        var model = ModelOf(1);

        var atOnce = learner.PulledBy(4, Key(1));
        var later = learner.Trained(1, model);

        Assert.Empty(atOnce);
        Assert.Equal(new Reply(Id(4), Key(1), model), later[0]);
    }

    [Fact]
    public void Waiting_pulls_of_several_peers_are_all_answered_and_then_forgotten()
    {
        var learner = new LearnerHarness(peers: 0);
        learner.PulledBy(6, Key(1));
        learner.PulledBy(4, Key(1));
        learner.Tick(1);

        var effects = learner.Trained(1, ModelOf(1));

        Assert.Equal(Ids(6, 4), effects.OfType<Reply>().Select(reply => reply.To));
        Assert.Empty(learner.State.Waiting);
    }

    [Fact]
    public void A_repeated_pull_waits_once()
    {
        var learner = new LearnerHarness(peers: 0);
        learner.PulledBy(4, Key(1));
        learner.PulledBy(4, Key(1));
        learner.Tick(1);

        var effects = learner.Trained(1, ModelOf(1));

        Assert.Single(effects.OfType<Reply>());
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public void Of_the_waiting_pulls_of_one_peer_the_newest_round_counts(int first, int second)
    {
        var learner = new LearnerHarness(steps: 2);

        learner.PulledBy(4, Key(first, 1));
        learner.PulledBy(4, Key(second, 1));

        Assert.Equal(Key(3, 1), Assert.Single(learner.State.Waiting).Key);
    }

    [Fact]
    public void A_peer_may_wait_for_several_steps_of_a_round_as_an_omniscient_adversary_does()
    {
        var learner = new LearnerHarness(peers: 1, steps: 2);
        learner.Tick(1);
        learner.PulledBy(4, Key(1, 1));
        learner.PulledBy(4, Key(1));

        var first = learner.Trained(1, ModelOf(1));
        learner.Answer(1, Key(1), ModelOf(5));
        var second = learner.Aggregated(Key(1), ModelOf(2));

        Assert.Equal(Key(1), Assert.Single(first.OfType<Reply>()).Key);
        Assert.Equal(Key(1, 1), Assert.Single(second.OfType<Reply>()).Key);
    }

    [Fact]
    public void A_pull_of_a_later_step_waits_through_the_earlier_one()
    {
        var learner = new LearnerHarness(peers: 1, steps: 2);
        learner.ReachPulling();

        var atOnce = learner.PulledBy(4, Key(1, 1));
        learner.Answer(1, Key(1), ModelOf(1));
        var model = ModelOf(7);
        var later = learner.Aggregated(Key(1), model);

        Assert.Empty(atOnce);
        Assert.Equal(new Reply(Id(4), Key(1, 1), model), later[0]);
    }

    [Fact]
    public void The_exact_key_of_this_and_the_previous_round_is_answered_and_older_ones_are_gone()
    {
        var learner = new LearnerHarness();
        learner.WholeRound(1);
        learner.WholeRound(2);
        learner.WholeRound(3);

        var (gone, previous, present) = (learner.PulledBy(4, Key(1)), learner.PulledBy(4, Key(2)), learner.PulledBy(4, Key(3)));

        Assert.Equal<Effect>([new Reply(Id(4), Key(1), null)], gone);
        Assert.Equal([2f, 3f], previous.Concat(present).Select(effect => ((Reply)effect).Model!.Values[0]));
    }

    [Fact]
    public void A_pull_of_a_round_that_this_learner_skipped_is_gone()
    {
        var learner = new LearnerHarness();
        learner.WholeRound(1);
        learner.PulledBy(4, Key(2));

        var effects = learner.Tick(3);

        Assert.Contains(new Reply(Id(4), Key(2), null), effects);
        Assert.Empty(learner.State.Waiting);
        Assert.Equal<Effect>([new Reply(Id(5), Key(2), null)], learner.PulledBy(5, Key(2)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void A_pull_of_a_step_that_will_never_be_is_gone_at_once(int step)
    {
        var learner = new LearnerHarness(steps: 1);

        var effects = learner.PulledBy(4, Key(1, step));

        Assert.Equal<Effect>([new Reply(Id(4), Key(1, step), null)], effects);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(8)]
    [InlineData(int.MaxValue)]
    public void A_pull_from_itself_or_from_nobody_is_ignored(int from)
    {
        var learner = new LearnerHarness(learners: 8);
        learner.ReachPulling();

        var effects = learner.PulledBy(from, Key(1)).Concat(learner.PulledBy(from, Key(9)));

        Assert.Empty(effects);
        Assert.Empty(learner.State.Waiting);
    }
}
