using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Tests.Laws;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Learners;

public sealed class LearnerMemoryTests
{
    [Fact]
    public void A_flood_of_pulls_from_one_peer_leaves_one_waiting_pull()
    {
        var learner = new LearnerHarness(steps: 5);

        for (var round = 1; round <= 2000; round++)
        {
            learner.PulledBy(4, Key(round, round % 5));
            learner.PulledBy(4, Key(4000 - round, round % 5));
        }

        Assert.Equal(Key(3999, 1), Assert.Single(learner.State.Waiting).Key);
    }

    [Fact]
    public void Pulls_of_all_peers_and_nobodies_leave_at_most_one_waiting_pull_a_peer()
    {
        var learner = new LearnerHarness(learners: 8);

        for (var i = 0; i < 5000; i++)
        {
            learner.PulledBy(i % 20 - 5, Key(1 + i));
        }

        Assert.Equal(Ids(1, 2, 3, 4, 5, 6, 7), learner.State.Waiting.Select(pull => pull.Peer).Order());
    }

    [Fact]
    public void A_flood_of_pulls_of_every_step_leaves_at_most_one_a_step()
    {
        var learner = new LearnerHarness(steps: 5);

        for (var i = 0; i < 5000; i++)
        {
            learner.PulledBy(4, Key(7 + i % 2, i % 9 - 2));
        }

        var keys = learner.State.Waiting.Select(pull => pull.Key).OrderBy(key => key.Step);
        Assert.Equal([Key(8), Key(8, 1), Key(8, 2), Key(8, 3), Key(8, 4)], keys);
    }

    [Fact]
    public void Thousands_of_unasked_and_broken_answers_change_nothing_but_the_counts()
    {
        var learner = new LearnerHarness(learners: 8, peers: 3);
        learner.ReachPulling();
        var before = MachineText.Of(learner.State with { Facts = new RoundFacts() });

        for (var i = 0; i < 5000; i++)
        {
            learner.Answer(4 + i % 1000, Key(1), WrongLength());
            learner.Answer(1 + i % 3, Key(2 + i), ModelOf(i));
        }

        Assert.Equal(before, MachineText.Of(learner.State with { Facts = new RoundFacts() }));
        Assert.Equal((5000, 5000), (learner.Facts.Unasked, learner.Facts.Late));
    }

    [Fact]
    public void A_flood_of_copies_of_an_answer_is_counted_and_leaves_the_first_one_only()
    {
        var learner = new LearnerHarness(learners: 8, peers: 3);
        learner.ReachPulling();
        learner.Answer(1, Key(1), ModelOf(1));
        var before = MachineText.Of(learner.State with { Facts = new RoundFacts() });

        for (var i = 0; i < 10_000; i++)
        {
            learner.Answer(1, Key(1), ModelOf(-100));
        }

        Assert.Equal(before, MachineText.Of(learner.State with { Facts = new RoundFacts() }));
        Assert.Equal((1, 10_000), (learner.Facts.Answers, learner.Facts.Duplicates));
    }

    [Fact]
    public void Only_models_of_two_rounds_are_kept_however_long_the_run()
    {
        var learner = new LearnerHarness(peers: 1, steps: 3);
        for (var round = 1; round <= 50; round++)
        {
            learner.ReachPulling(round);
            for (var step = 0; step < 3; step++)
            {
                learner.Answer(1, Key(round, step), ModelOf(step));
                learner.Feed(new Aggregated(Key(round, step), ModelOf(step), new AggregationFacts(0)));
            }
        }

        ExchangeKey[] expected = [Key(49), Key(49, 1), Key(49, 2), Key(50), Key(50, 1), Key(50, 2)];
        Assert.Equal(expected, learner.State.Published.Select(item => item.Key));
    }
}
