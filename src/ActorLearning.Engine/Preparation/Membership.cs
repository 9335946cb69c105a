using ActorLearning.Protocol;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Preparation;

/// <summary>Who is honest and who is not, as long as nothing about it changes. Immutable.</summary>
public sealed class Membership
{
    private readonly ByzantineGroup?[] groups;
    private readonly int[] honest;
    private double[]? fiedler;

    internal Membership(ByzantineGroup?[] groups)
    {
        this.groups = groups;
        var all = Enumerable.Range(0, groups.Length);
        honest = [.. all.Where(number => groups[number] is null)];
        Byzantine = all.Where(number => groups[number] is not null).Select(number => new LearnerId(number)).ToHashSet();
    }

    /// <summary>The honest learners, ascending.</summary>
    public IReadOnlyList<int> Honest => honest;

    /// <summary>The Byzantine learners.</summary>
    public IReadOnlySet<LearnerId> Byzantine { get; }

    /// <summary>The slowest mode of what is left of the graph for the honest learners, an entry for each of them.</summary>
    /// <param name="weights">The weights of the run's graph, the same ones in every call.</param>
    internal double[] FiedlerVectorOn(GraphWeights weights) =>
        LazyInitializer.EnsureInitialized(ref fiedler, () => FiedlerVector.Of(weights, honest));

    /// <summary>The group of a Byzantine learner; null for an honest one.</summary>
    public ByzantineGroup? GroupOf(LearnerId learner) =>
        learner.Number >= 0 && learner.Number < groups.Length ? groups[learner.Number] : null;

    /// <summary>The place of an honest learner among the honest ones, from 0; null for a Byzantine one.</summary>
    public int? RankOf(LearnerId learner) => Array.BinarySearch(honest, learner.Number) is >= 0 and var rank ? rank : null;
}
