using ActorLearning.Engine.Preparation;
using ActorLearning.Protocol;

namespace ActorLearning.Engine.Tests;

/// <summary>Which learners are Byzantine.</summary>
public sealed class PlacementTests
{
    [Fact]
    public void At_random_the_seed_decides_and_everybody_may_be_it()
    {
        List<int>[] placed = [.. Enumerable.Range(1, 40).Select(seed => Byzantine($"seed={seed}", "byzantine.placement=random"))];

        Assert.All(placed, learners => Assert.Equal(2, learners.Distinct().Count()));
        Assert.Equal(placed[6], Byzantine("seed=7"));
        Assert.Equal(Enumerable.Range(0, 10), placed.SelectMany(learners => learners).Distinct().Order());
    }

    [Fact]
    public void A_list_names_them() => Assert.Equal([2, 9], Byzantine("byzantine.placement=[9, 2]"));

    [Fact]
    public void On_a_graph_those_with_the_most_neighbours_may_be_it() => Assert.Equal(
        [0, 1], Byzantine("exchange.peers=star", "aggregation=gts", "byzantine.placement=highest-degree"));

    private static List<int> Byzantine(params string[] overrides) =>
        [.. new Population(SmallRun.Scenario(overrides)).At(new Round(1)).Byzantine.Select(id => id.Number).Order()];
}
