using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Faults;

namespace ActorLearning.Engine.Faults;

/// <summary>The faults of a scenario as functions of virtual time: nothing has to be remembered to go on in the middle.</summary>
/// <remarks>Every fault draws from a stream of its own, named after its kind and counted within it.</remarks>
public sealed partial class FaultPlan
{
    private readonly ulong seed;
    private readonly int learners;
    private readonly List<(NetworkFault Fault, StreamPurpose Purpose)> network = [];
    private readonly List<(PartitionFault Fault, bool[] Side)> partitions = [];
    private readonly List<(CrashFault Fault, bool[] Learners)> crashes = [];
    private readonly List<CoordinatorDownFault> absences = [];
    private readonly double[] slowness;
    private readonly TimeSpan[] events;
    private (TrainingTimeFault Fault, StreamPurpose Purpose)? training;

    /// <summary>The faults of a scenario.</summary>
    public FaultPlan(Scenario scenario)
    {
        (seed, learners) = (scenario.Seed, scenario.Learners);
        slowness = [.. Enumerable.Repeat(1.0, learners)];
        var ordinals = new Dictionary<string, int>();
        foreach (var fault in scenario.Faults)
        {
            var kind = fault.GetType().Name;
            var ordinal = ordinals[kind] = ordinals.GetValueOrDefault(kind) + 1;
            Add(fault, StreamPurpose.OfFault(kind, ordinal));
        }

        IEnumerable<TimeSpan> times = [.. crashes.Select(item => item.Fault.At), .. absences.Select(item => item.Until)];
        events = [.. times.Distinct().Order()];
    }

    /// <summary>Whether every message arrives at once.</summary>
    public bool IsNetworkPerfect => network.Count == 0 && partitions.Count == 0;

    /// <summary>When learners die or the coordinator comes back: the first such time after another; null for none.</summary>
    public TimeSpan? NextEvent(TimeSpan after)
    {
        var at = Array.BinarySearch(events, after);
        var next = at < 0 ? ~at : at + 1;
        return next < events.Length ? events[next] : null;
    }

    /// <summary>The learners that die at a time, ascending.</summary>
    public IEnumerable<LearnerId> CrashesAt(TimeSpan time) =>
        Enumerable.Range(0, learners).Where(number => crashes.Exists(item => item.Fault.At == time && item.Learners[number]))
            .Select(number => new LearnerId(number));

    /// <summary>Whether a learner is dead at a time.</summary>
    public bool IsDown(LearnerId learner, TimeSpan time) => crashes.Exists(
        item => item.Learners[learner.Number] && time >= item.Fault.At && time < item.Fault.Until);

    /// <summary>Whether the coordinator is away at a time.</summary>
    public bool IsCoordinatorDown(TimeSpan time) => absences.Exists(item => time >= item.From && time < item.Until);

    /// <summary>Whether the coordinator comes back at a time.</summary>
    public bool CoordinatorReturnsAt(TimeSpan time) => absences.Exists(item => item.Until == time) && !IsCoordinatorDown(time);

    /// <summary>How long the local steps of a learner take in a round; at most 1e6 s.</summary>
    public TimeSpan TrainingTime(LearnerId learner, Round round)
    {
        if (training is not { } item)
        {
            return TimeSpan.Zero;
        }

        var random = new RandomStream(seed, item.Purpose, learner.Number, round.Number);
        var seconds = item.Fault.Duration.Draw(ref random).TotalSeconds * slowness[learner.Number];
        return TimeSpan.FromSeconds(Math.Min(seconds, Durations.LongestSeconds));
    }

    private void Add(Fault fault, StreamPurpose purpose)
    {
        switch (fault)
        {
            case NetworkFault message:
                network.Add((message, purpose));
                break;
            case PartitionFault partition:
                partitions.Add((partition, Choose(partition.Side, purpose)));
                break;
            case CrashFault crash:
                crashes.Add((crash, Choose(crash.Learners, purpose)));
                break;
            case CoordinatorDownFault absence:
                absences.Add(absence);
                break;
            case TrainingTimeFault time:
                training = (time, purpose);
                break;
            case SlowFault slow:
                var chosen = Choose(slow.Learners, purpose);
                for (var number = 0; number < learners; number++)
                {
                    slowness[number] *= chosen[number] ? slow.Factor : 1;
                }

                break;
            default:
                throw new InvalidOperationException($"{fault.GetType().Name} is a fault that nobody makes happen");
        }
    }

    /// <summary>Which learners are meant; a share is rounded, and one learner at least.</summary>
    private bool[] Choose(IReadOnlyList<LearnerPart> parts, StreamPurpose purpose)
    {
        var chosen = new bool[learners];
        for (var part = 0; part < parts.Count; part++)
        {
            if (parts[part].Share is { } share)
            {
                var drawn = new int[Math.Clamp((int)(share * learners + .5), 1, learners)];
                new RandomStream(seed, purpose, detail: part).NextDistinct(learners, drawn);
                Array.ForEach(drawn, number => chosen[number] = true);
            }

            for (var number = 0; number < learners; number++)
            {
                chosen[number] |= parts[part].Includes(number);
            }
        }

        return chosen;
    }
}
