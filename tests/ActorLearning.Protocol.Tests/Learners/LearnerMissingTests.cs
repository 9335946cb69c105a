using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Learners;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Learners;

public sealed class LearnerMissingTests
{
    [Fact]
    public void A_silent_peer_does_not_hold_up_the_round()
    {
        var learner = new LearnerHarness(peers: 2);
        learner.ReachPulling();
        learner.Answer(2, Key(1), ModelOf(2));

        var effects = learner.TimeOut(1, Key(1));

        Assert.IsType<Aggregate>(Assert.Single(effects));
        Assert.Equal((2, 1, 1), (learner.Facts.Pulls, learner.Facts.Answers, learner.Facts.Timeouts));
    }

    [Fact]
    public void With_own_the_empty_slot_takes_the_half_step_model_in_its_place_and_the_numbers_stay()
    {
        var learner = new LearnerHarness(peers: 3, assumedByzantine: 2, missing: MissingPolicy.Own);
        var own = learner.ReachPulling();
        learner.Answer(1, Key(1), ModelOf(1));
        learner.Answer(3, Key(1), ModelOf(3));

        var aggregation = LearnerHarness.TheAggregation(learner.TimeOut(2, Key(1)));

        Assert.Equal(Ids(0, 1, 2, 3), aggregation.Contributions.Select(item => item.Peer));
        Assert.Equal([true, true, false, true], aggregation.Contributions.Select(item => item.Answered));
        Assert.Same(own, aggregation.Contributions[2].Model);
        Assert.Equal(2, aggregation.AssumedByzantine);
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(2, 3, 0)]
    [InlineData(0, 1, 0)]
    public void With_fault_every_silent_peer_is_one_of_the_assumed_byzantine(int assumed, int silent, int left)
    {
        var learner = new LearnerHarness(peers: 4, assumedByzantine: assumed, missing: MissingPolicy.Fault);
        learner.ReachPulling();
        for (var peer = 1; peer <= silent; peer++)
        {
            learner.TimeOut(peer, Key(1));
        }

        IReadOnlyList<Effect> effects = [];
        for (var peer = silent + 1; peer <= 4; peer++)
        {
            effects = learner.Answer(peer, Key(1), ModelOf(peer));
        }

        var aggregation = LearnerHarness.TheAggregation(effects);
        Assert.Equal(1 + 4 - silent, aggregation.Contributions.Count);
        Assert.All(aggregation.Contributions, item => Assert.True(item.Answered));
        Assert.Equal(left, aggregation.AssumedByzantine);
    }

    [Fact]
    public void With_skip_the_half_step_model_is_kept_and_the_round_reported_at_once()
    {
        var learner = new LearnerHarness(peers: 2, missing: MissingPolicy.Skip);
        var own = learner.ReachPulling();
        learner.Answer(1, Key(1), ModelOf(1));

        var effects = learner.TimeOut(2, Key(1));

        Assert.IsType<Report>(Assert.Single(effects));
        Assert.Same(own, learner.Model);
    }

    [Fact]
    public void With_skip_the_next_consensus_step_goes_on_from_the_kept_model()
    {
        var learner = new LearnerHarness(peers: 1, steps: 2, missing: MissingPolicy.Skip);
        var own = learner.ReachPulling();

        var effects = learner.TimeOut(1, Key(1));

        Assert.Equal<Effect>([new Pull(Id(1), Key(1, 1), Deadline)], effects);
        Assert.Equal<Effect>([new Reply(Id(5), Key(1, 1), own)], learner.PulledBy(5, Key(1, 1)));
    }

    [Fact]
    public void With_skip_a_complete_exchange_is_aggregated()
    {
        var learner = new LearnerHarness(peers: 1, missing: MissingPolicy.Skip);
        learner.ReachPulling();

        var effects = learner.Answer(1, Key(1), ModelOf(1));

        Assert.IsType<Aggregate>(Assert.Single(effects));
    }

    [Theory]
    [InlineData(MissingPolicy.Own, 4, 2)]
    [InlineData(MissingPolicy.Fault, 1, 0)]
    public void When_all_peers_are_silent_only_the_own_model_is_aggregated(MissingPolicy missing, int models, int assumed)
    {
        var learner = new LearnerHarness(peers: 3, assumedByzantine: 2, missing: missing);
        var own = learner.ReachPulling();
        learner.TimeOut(1, Key(1));
        learner.TimeOut(3, Key(1));

        var aggregation = LearnerHarness.TheAggregation(learner.TimeOut(2, Key(1)));

        Assert.Equal(models, aggregation.Contributions.Count);
        Assert.All(aggregation.Contributions, item => Assert.Same(own, item.Model));
        Assert.Equal(assumed, aggregation.AssumedByzantine);
        Assert.Equal((0, 3), (learner.Facts.Answers, learner.Facts.Timeouts));
    }
}
