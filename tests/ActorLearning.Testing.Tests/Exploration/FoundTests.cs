using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Peers;
using ActorLearning.Testing.Exploration;
using ActorLearning.Testing.Networks;
using ActorLearning.Testing.Schedules;
using static ActorLearning.Testing.Networks.Happening;

namespace ActorLearning.Testing.Tests.Exploration;

/// <summary>What searches have found, and must not find again.</summary>
public sealed class FoundTests
{
    [Fact]
    public void Which_of_two_broken_answers_came_first_moves_no_slot()
    {
        // Learner 0 pulls from both liars, and one of them can be replaced.
        var seed = Enumerable.Range(1, 100).First(seed =>
        {
            var key = new ExchangeKey(new Round(1), 0);
            var pulled = new UniformPull((ulong)seed, learners: 6, peers: 4).Select(new LearnerId(0), key);
            return pulled.Contains(new LearnerId(1)) && pulled.Contains(new LearnerId(3));
        });
        var plan = NetworkPlan.Small(
            learners: 6, pulled: 4, byzantine: 2, rounds: 1,
            more: ["byzantine.placement=[1, 3]", "exchange.replacement=1", $"seed={seed}"]);

        IEnumerable<int> Peers(int first, int second)
        {
            var schedule = new Schedule(plan)
                .Hold(Answer(1, from: 1, to: 0))
                .Hold(Answer(1, from: 3, to: 0))
                .AnswerWith(Answer(1, from: first, to: 0), Lie.NotANumber)
                .AnswerWith(Answer(1, from: second, to: 0), Lie.NotANumber)
                .Deliver(Aggregated(1, to: 0));
            return schedule.Network.Story!.Select(item => item.Effect).OfType<Aggregate>()
                .Last(mix => mix.Contributions[0].Peer.Number == 0).Contributions.Select(item => item.Peer.Number);
        }

        Assert.Equal(Peers(first: 1, second: 3), Peers(first: 3, second: 1));
    }

    [Theory]
    [InlineData("mean")]
    [InlineData("krum")]
    [InlineData("nnm | trimmed-mean")]
    public void Which_of_two_broken_answers_came_first_moves_no_bit(string aggregation)
    {
        var plan = NetworkPlan.Small(
            learners: 7, pulled: 4, byzantine: 2, rounds: 1, aggregation,
            "byzantine.attack=nan", "byzantine.placement=[1, 3]", "exchange.replacement=1");

        var result = Explorer.Run(plan, new ExplorationSettings { Depth = 1, Schedules = 300 });

        Assert.True(result.Violation is null, $"{result.Violation}\n- {string.Join("\n- ", result.Script)}");
    }
}
