using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Learners;
using ActorLearning.Protocol.Peers;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Learners;

public sealed class LearnerReplacementTests
{
    [Fact]
    public void A_silent_peer_is_replaced_by_one_not_asked_before()
    {
        var learner = new LearnerHarness(learners: 8, peers: 3, replacements: 1);
        learner.ReachPulling();

        var effects = learner.TimeOut(2, Key(1));

        var pull = Assert.IsType<Pull>(Assert.Single(effects));
        Assert.InRange(pull.Peer.Number, 4, 7);
        Assert.Equal((Key(1), Deadline), (pull.Key, pull.Deadline));
    }

    [Fact]
    public void A_broken_answer_is_replaced_too()
    {
        var learner = new LearnerHarness(learners: 8, peers: 3, replacements: 1);
        learner.ReachPulling();

        var effects = learner.Answer(2, Key(1), NotFinite());

        Assert.IsType<Pull>(Assert.Single(effects));
    }

    [Theory]
    [InlineData(8, 3, 0, 0)]
    [InlineData(8, 3, 2, 2)]
    [InlineData(8, 3, 9, 4)]
    [InlineData(4, 3, 9, 0)]
    public void Replacements_are_fresh_and_at_most_r_or_all_who_are_left(int learners, int peers, int replacements, int expected)
    {
        var learner = new LearnerHarness(learners, peers, replacements: replacements);
        learner.ReachPulling();

        var asked = SilenceEverybody(learner, Key(1));

        Assert.Equal(peers + expected, asked.Count);
        Assert.Equal(asked.Count, asked.Distinct().Count());
        Assert.DoesNotContain(Id(0), asked);
        Assert.Equal(LearnerPhase.Aggregating, learner.State.Phase);
        Assert.Equal((asked.Count, asked.Count), (learner.Facts.Pulls, learner.Facts.Timeouts));
    }

    [Fact]
    public void Each_exchange_has_its_own_r()
    {
        var learner = new LearnerHarness(learners: 8, peers: 1, steps: 2, replacements: 2);
        learner.ReachPulling();
        var first = SilenceEverybody(learner, Key(1));
        learner.Aggregated(Key(1), ModelOf(1));

        var second = SilenceEverybody(learner, Key(1, 1));

        Assert.Equal((3, 3), (first.Count, second.Count));
    }

    [Fact]
    public void The_answer_of_a_replacement_fills_the_slot()
    {
        var learner = new LearnerHarness(peers: 2, assumedByzantine: 1, missing: MissingPolicy.Fault, replacements: 1);
        learner.ReachPulling();
        learner.Answer(1, Key(1), ModelOf(1));
        var fresh = ((Pull)learner.TimeOut(2, Key(1))[0]).Peer;

        var aggregation = LearnerHarness.TheAggregation(learner.Answer(fresh.Number, Key(1), ModelOf(9)));

        Assert.Equal([Id(0), Id(1), fresh], aggregation.Contributions.Select(item => item.Peer));
        Assert.Equal(1, aggregation.AssumedByzantine);
    }

    [Fact]
    public void An_answer_of_a_replaced_peer_is_late()
    {
        var learner = new LearnerHarness(learners: 8, peers: 1, replacements: 1);
        learner.ReachPulling();
        learner.TimeOut(1, Key(1));

        var effects = learner.Answer(1, Key(1), ModelOf(1));

        Assert.Empty(effects);
        Assert.Equal((0, 1), (learner.Facts.Answers, learner.Facts.Late));
    }

    [Fact]
    public void Replacements_are_a_function_of_the_seed()
    {
        List<List<LearnerId>> drawn = [];
        foreach (var seed in new ulong[] { 1, 1, 2 })
        {
            var learner = new LearnerHarness(learners: 1000, peers: 2, replacements: 5, seed: seed);
            learner.ReachPulling();
            drawn.Add(SilenceEverybody(learner, Key(1)));
        }

        Assert.Equal(drawn[0], drawn[1]);
        Assert.NotEqual(drawn[0], drawn[2]);
    }

    [Fact]
    public void Every_replacement_is_drawn_anew()
    {
        var learner = new LearnerHarness(learners: 1000, peers: 1, steps: 2, replacements: 6);
        learner.ReachPulling();

        var first = SilenceEverybody(learner, Key(1));
        learner.Aggregated(Key(1), ModelOf(1));
        var second = SilenceEverybody(learner, Key(1, 1));

        // One draw used again and again would give neighbours, and the same ones in every exchange.
        Assert.Empty(first.Skip(1).Intersect(second.Skip(1)));
        Assert.True(first.Skip(1).Max(peer => peer.Number) - first.Skip(1).Min(peer => peer.Number) > 100);
    }

    [Fact]
    public void Replacements_take_their_place_in_the_order_of_peers()
    {
        var selection = new UniformPull(seed: 1, learners: 30, peers: 4);
        var learner = new LearnerHarness(learners: 30, replacements: 2, selection: selection);
        learner.ReachPulling();
        var asked = learner.State.Slots.Select(slot => slot.Peer.Number).ToList();
        var fresh = asked[..2].Select(peer => ((Pull)learner.TimeOut(peer, Key(1))[0]).Peer.Number).ToList();

        var effects = asked[2..].Concat(fresh).SelectMany(peer => learner.Answer(peer, Key(1), ModelOf(peer))).ToList();

        var peers = LearnerHarness.TheAggregation(effects).Contributions.Select(item => item.Peer.Number);
        Assert.True(fresh.Min() < asked[3], "The seed must bring a replacement that belongs before a peer asked earlier.");
        Assert.Equal([0, .. asked[2..].Concat(fresh).Order()], peers);
    }

    [Fact]
    public void Replacements_are_uniform_over_the_peers_not_asked()
    {
        var counts = new int[8];
        for (ulong seed = 1; seed <= 4000; seed++)
        {
            var learner = new LearnerHarness(learners: 8, peers: 3, replacements: 1, seed: seed);
            learner.ReachPulling();
            counts[((Pull)learner.TimeOut(1, Key(1))[0]).Peer.Number]++;
        }

        // Four peers are left: 1000 each, standard deviation 27.
        Assert.Equal([0, 0, 0, 0], counts[..4]);
        Assert.All(counts[4..], count => Assert.InRange(count, 860, 1140));
    }

    /// <summary>Lets every pull time out, replacements too; gives back all who were asked.</summary>
    private static List<LearnerId> SilenceEverybody(LearnerHarness learner, ExchangeKey key)
    {
        List<LearnerId> asked = [.. learner.State.Slots.Select(slot => slot.Peer)];
        for (var i = 0; i < asked.Count; i++)
        {
            asked.AddRange(learner.TimeOut(asked[i].Number, key).OfType<Pull>().Select(pull => pull.Peer));
        }

        return asked;
    }
}
