using ActorLearning.Testing.Exploration;
using ActorLearning.Testing.Networks;

namespace ActorLearning.Testing.Tests.Exploration;

public sealed class ExplorerTests
{
    /// <summary>Policies for missing answers, several exchanges a round, replacements, a graph, attacks on time.</summary>
    public static TheoryData<string[]> Settings =>
    [
        [],
        ["exchange.missing=fault"],
        ["exchange.missing=skip", "exchange.steps=2"],
        ["exchange.replacement=1", "exchange.steps=2"],
        ["exchange.missing=fault", "exchange.replacement=2", "aggregation=nnm | trimmed-mean"],
        ["exchange.peers=ring", "exchange.assumedByzantine=0", "aggregation=median"],
        ["byzantine.attack=late", "aggregation=nnm | geometric-median"],
        ["byzantine.attack=duplicate", "aggregation=krum", "exchange.peers=pull(3)"],
        ["byzantine.attack=alie", "aggregation=clipping(radius=2) | mean"],
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_machines_keep_every_promise(string[] more)
    {
        var plan = NetworkPlan.Small(learners: 4, pulled: 2, byzantine: 1, rounds: 2, more: more);

        var result = Explorer.Run(plan, new ExplorationSettings { Depth = 1, Schedules = 400 });

        Assert.True(result.Violation is null, $"{result.Violation}\n- {string.Join("\n- ", result.Script)}");
        Assert.Equal(400, result.Random);
    }

    [Fact]
    public void All_schedules_of_a_small_network_with_two_departures_are_tried()
    {
        var plan = NetworkPlan.Small(learners: 3, pulled: 1, rounds: 1);

        var result = Explorer.Run(plan, new ExplorationSettings { Depth = 2, Schedules = 50_000 });

        Assert.Null(result.Violation);
        Assert.Equal(2, result.CompleteDepth);
    }

    [Fact]
    public void The_same_seed_searches_the_same_schedules()
    {
        var plan = NetworkPlan.Small(learners: 5, pulled: 2, byzantine: 1);
        ExplorationResult Search(ulong seed) =>
            Explorer.Run(plan, new ExplorationSettings { Depth = 1, Schedules = 300, Seed = seed });

        var (first, again, other) = (Search(7), Search(7), Search(8));

        Assert.Equal((first.Steps, first.States, first.Ordered), (again.Steps, again.States, again.Ordered));
        Assert.NotEqual(first.Steps, other.Steps);
    }

    [Fact]
    public void A_search_stops_after_the_steps_it_was_given()
    {
        var plan = NetworkPlan.Small(learners: 5, pulled: 2);

        var result = Explorer.Run(plan, new ExplorationSettings { Schedules = long.MaxValue, MostSteps = 5000 });

        Assert.InRange(result.Steps, 5000, 5010);
    }

    [Fact]
    public void With_many_learners_schedules_are_tried_at_random_only()
    {
        var plan = NetworkPlan.Small(learners: 12, pulled: 4, byzantine: 2);

        var result = Explorer.Run(plan, new ExplorationSettings { Schedules = 50 });

        Assert.Null(result.Violation);
        Assert.Equal((-1, 0, 50), (result.CompleteDepth, result.Ordered, result.Random));
    }
}
