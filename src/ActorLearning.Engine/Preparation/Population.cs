using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Preparation;

/// <summary>Who is honest and who is not: a function of the scenario.</summary>
public sealed class Population
{
    private readonly ByzantineGroup?[] groups;

    /// <summary>Places the Byzantine learners of a scenario.</summary>
    public Population(Scenario scenario)
    {
        groups = new ByzantineGroup?[scenario.Learners];
        foreach (var group in scenario.Byzantine)
        {
            foreach (var number in group.Placement ?? [])
            {
                groups[number] = group;
            }
        }

        var free = Enumerable.Range(0, scenario.Learners).Where(number => groups[number] is null).ToArray();
        new RandomStream(scenario.Seed, StreamPurpose.Placement).Shuffle(free);
        var next = 0;
        foreach (var group in scenario.Byzantine.Where(group => group.Placement is null))
        {
            for (var i = 0; i < group.Count; i++)
            {
                groups[free[next++]] = group;
            }
        }

        Honest = [.. Enumerable.Range(0, scenario.Learners).Where(number => groups[number] is null)];
        Byzantine = Enumerable.Range(0, scenario.Learners).Where(number => groups[number] is not null)
            .Select(number => new LearnerId(number)).ToHashSet();
    }

    /// <summary>The honest learners, ascending.</summary>
    public IReadOnlyList<int> Honest { get; }

    /// <summary>The Byzantine learners.</summary>
    public IReadOnlySet<LearnerId> Byzantine { get; }

    /// <summary>The group of a Byzantine learner; null for an honest one.</summary>
    public ByzantineGroup? GroupOf(LearnerId learner) => groups[learner.Number];
}
