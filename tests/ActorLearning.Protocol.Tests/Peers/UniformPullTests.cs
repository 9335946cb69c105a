using ActorLearning.Protocol.Peers;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Peers;

public sealed class UniformPullTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(10, 0)]
    [InlineData(30, 15)]
    [InlineData(400, 300)]
    public void Peers_are_distinct_ascending_and_never_the_learner_itself(int learners, int peers)
    {
        var selection = new UniformPull(seed: 5, learners, peers);

        for (var round = 1; round <= 50; round++)
        {
            var learner = Id(round * 7 % learners);
            var selected = selection.Select(learner, Key(round));

            Assert.Equal(peers, selected.Length);
            Assert.Equal(selected.Distinct().Order(), selected);
            Assert.DoesNotContain(learner, selected);
            Assert.All(selected, peer => Assert.InRange(peer.Number, 0, learners - 1));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(9)]
    public void Every_other_learner_is_selected_equally_often(int learner)
    {
        const int rounds = 9000;
        var selection = new UniformPull(seed: 6, learners: 10, peers: 4);
        var counts = new int[10];

        for (var round = 1; round <= rounds; round++)
        {
            foreach (var peer in selection.Select(Id(learner), Key(round)))
            {
                counts[peer.Number]++;
            }
        }

        // 4 of 9: 4000 expected, standard deviation 47.
        Assert.Equal(0, counts[learner]);
        Assert.All(counts.Where((_, peer) => peer != learner), count => Assert.InRange(count, 3765, 4235));
    }

    [Fact]
    public void Every_set_of_peers_is_selected_equally_often()
    {
        const int rounds = 10_000;
        var selection = new UniformPull(seed: 7, learners: 6, peers: 2);

        var sets = Enumerable.Range(1, rounds)
            .Select(round => string.Join(' ', selection.Select(Id(2), Key(round))))
            .CountBy(set => set).ToDictionary();

        // Chi-square with 9 degrees of freedom: 33.7 is passed once in 10,000 seeds.
        var expected = rounds / 10.0;
        Assert.Equal(10, sets.Count);
        Assert.InRange(sets.Values.Sum(count => (count - expected) * (count - expected) / expected), 0, 33.7);
    }

    [Fact]
    public void Peers_are_a_function_of_seed_learner_round_and_step()
    {
        var (selection, twin, other) = (Pull(seed: 1), Pull(seed: 1), Pull(seed: 2));
        twin.Select(Id(40), Key(9)); // What was drawn before does not matter.

        var selected = selection.Select(Id(3), Key(4, 1));

        Assert.Equal(selected, twin.Select(Id(3), Key(4, 1)));
        Assert.NotEqual(selected, other.Select(Id(3), Key(4, 1)));
        Assert.NotEqual(selected, selection.Select(Id(5), Key(4, 1)));
        Assert.NotEqual(selected, selection.Select(Id(3), Key(5, 1)));
        Assert.NotEqual(selected, selection.Select(Id(3), Key(4, 2)));

        static UniformPull Pull(ulong seed) => new(seed, learners: 1000, peers: 10);
    }

    [Fact]
    public void All_others_are_selected_when_s_is_one_less_than_n()
    {
        var selection = new UniformPull(seed: 8, learners: 5, peers: 4);

        var selected = selection.Select(Id(3), Key(1));

        Assert.Equal(Ids(0, 1, 2, 4), selected);
    }
}
