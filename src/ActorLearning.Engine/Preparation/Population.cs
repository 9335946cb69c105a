using System.Collections.Concurrent;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Preparation;

/// <summary>Who is honest and who is not, in every round: a function of the scenario.</summary>
/// <remarks>
/// Where the role moves, the learners it can come to stand in a ring, in a random order that begins with those who have it first.
/// Every so many rounds all roles together move on by as many places as there are roles: to learners that did not have one, as
/// far as there are enough.
/// </remarks>
public sealed class Population
{
    // A ring has many places, and a run looks at this round, the one before and the last.
    private const int MostKept = 8;

    private readonly ConcurrentDictionary<int, Membership> kept = new();
    private readonly ByzantineGroup?[] first;
    private readonly int[] ring = [];
    private readonly ByzantineGroup[] roles = [];
    private readonly bool[] isOnRing;
    private readonly int every;
    private readonly int rounds;

    /// <summary>Places the Byzantine learners of a scenario.</summary>
    public Population(Scenario scenario)
    {
        rounds = scenario.Rounds;
        every = scenario.Byzantine.Max(group => (int?)group.Rotate) ?? 0;
        isOnRing = new bool[scenario.Learners];
        first = Place(scenario, out var free);
        if (every == 0)
        {
            return;
        }

        var moving = Enumerable.Range(0, scenario.Learners).Where(number => first[number] is { Rotate: > 0 }).ToArray();
        roles = [.. moving.Select(number => first[number]!)];
        ring = [.. moving, .. free.Where(number => first[number] is null)];
        Array.ForEach(ring, number => isOnRing[number] = true);
    }

    /// <summary>The honest learners of the last round, ascending: those whose models are the run's outcome.</summary>
    public IReadOnlyList<int> Honest => Last.Honest;

    /// <summary>The Byzantine learners of the last round.</summary>
    public IReadOnlySet<LearnerId> Byzantine => Last.Byzantine;

    private Membership Last => At(new Round(rounds));

    /// <summary>The group of a learner that is Byzantine in the last round; null for an honest one.</summary>
    public ByzantineGroup? GroupOf(LearnerId learner) => Last.GroupOf(learner);

    /// <summary>Who is honest and who is not in a round; round 0 is like round 1.</summary>
    public Membership At(Round round)
    {
        var period = every == 0 ? 0 : (Math.Max(1L, round.Number) - 1) / every;
        var offset = ring.Length == 0 ? 0 : (int)(period * roles.Length % ring.Length);
        if (kept.TryGetValue(offset, out var known))
        {
            return known;
        }

        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        return kept.GetOrAdd(offset, Make);
    }

    /// <summary>Whether a learner lies in some rounds and not in others.</summary>
    public bool IsMobile(LearnerId learner) =>
        isOnRing[learner.Number]
        || (first[learner.Number] is { } group && Poisons(group) && !Poisons(group, throughout: true));

    /// <summary>Whether a learner trains and has models of its own: all but those that lie throughout.</summary>
    public bool TakesPart(LearnerId learner) =>
        isOnRing[learner.Number] || first[learner.Number] is not { } group || Poisons(group);

    /// <summary>Whether a learner is Byzantine in a round and answers with lies. Whoever poisons its data does not.</summary>
    public bool Lies(LearnerId learner, Round round) =>
        At(round).GroupOf(learner) is { } group && !IsPoisoning(group.Attacks.At(round.Number));

    private static bool IsPoisoning(IAttack attack) => attack.Knowledge.HasFlag(AdversaryKnowledge.OwnData);

    private static bool Poisons(ByzantineGroup group, bool throughout = false) => throughout
        ? group.Attacks.Steps.All(step => IsPoisoning(step.Attack))
        : group.Attacks.Steps.Any(step => IsPoisoning(step.Attack));

    private Membership Make(int offset)
    {
        var groups = Array.ConvertAll(first, group => group is { Rotate: > 0 } ? null : group);
        for (var i = 0; i < roles.Length; i++)
        {
            groups[ring[(i + offset) % ring.Length]] = roles[i];
        }

        return new Membership(groups);
    }

    /// <summary>The group of each learner at first; beside them all that no list names, in random order.</summary>
    private static ByzantineGroup?[] Place(Scenario scenario, out int[] free)
    {
        var groups = new ByzantineGroup?[scenario.Learners];
        foreach (var group in scenario.Byzantine)
        {
            foreach (var number in group.Placement ?? [])
            {
                groups[number] = group;
            }
        }

        free = [.. Enumerable.Range(0, scenario.Learners).Where(number => groups[number] is null)];
        new RandomStream(scenario.Seed, StreamPurpose.Placement).Shuffle(free);
        var next = 0;
        foreach (var group in scenario.Byzantine.Where(group => group.Placement is null))
        {
            for (var i = 0; i < group.Count; i++)
            {
                groups[free[next++]] = group;
            }
        }

        return groups;
    }
}
