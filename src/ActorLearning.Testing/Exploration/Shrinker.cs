using ActorLearning.Testing.Networks;
using ActorLearning.Testing.Promises;
using ActorLearning.Testing.Schedules;

namespace ActorLearning.Testing.Exploration;

/// <summary>Makes a schedule that breaks a promise short, by leaving out what it does not need.</summary>
/// <remarks>
/// Delta debugging (Zeller and Hildebrandt 2002). What is left out happens in the plain order where a later line waits for it, so
/// mostly the departures alone are enough. Every candidate is played on new machines: what comes out does break the promise.
/// </remarks>
/// <param name="plan">The machines.</param>
/// <param name="promise">The promise to be broken.</param>
internal sealed class Shrinker(NetworkPlan plan, Promise promise)
{
    public IReadOnlyList<ScheduleStep> Shrink(Trace trace)
    {
        foreach (var steps in new[] { trace.Departures, trace.Anchored })
        {
            if (Breaks(steps))
            {
                return Shorten(steps, candidate => Breaks(candidate) ? candidate : null);
            }
        }

        var possible = Shorten(trace.All, Possible);
        return Breaks(possible) ? Shorten(possible, candidate => Breaks(candidate) ? candidate : null) : trace.All;
    }

    /// <summary>Leaves out parts, ever smaller ones, as long as what is left still breaks the promise.</summary>
    private static IReadOnlyList<ScheduleStep> Shorten(
        IReadOnlyList<ScheduleStep> steps, Func<IReadOnlyList<ScheduleStep>, IReadOnlyList<ScheduleStep>?> good)
    {
        for (var parts = 2; steps.Count > 0;)
        {
            var size = Math.Max(1, (steps.Count + parts - 1) / parts);
            var shorter = Enumerable.Range(0, (steps.Count + size - 1) / size)
                .Select(part => good([.. steps.Take(part * size), .. steps.Skip((part + 1) * size)]))
                .FirstOrDefault(candidate => candidate is not null);
            if (shorter is not null)
            {
                (steps, parts) = (shorter, Math.Max(2, parts - 1));
            }
            else if (size == 1)
            {
                break;
            }
            else
            {
                parts = Math.Min(steps.Count, parts * 2);
            }
        }

        return steps;
    }

    /// <summary>Plays what can be played at once, without waiting; null where the promise holds.</summary>
    private IReadOnlyList<ScheduleStep>? Possible(IReadOnlyList<ScheduleStep> steps)
    {
        var network = new SimulatedNetwork(plan);
        var played = steps.Where(step => network.Violation is null && step.Do(network)).ToList();
        network.Finish();
        return network.Violation?.Promise == promise ? played : null;
    }

    private bool Breaks(IReadOnlyList<ScheduleStep> steps)
    {
        var network = new SimulatedNetwork(plan);
        foreach (var step in steps)
        {
            if (!Schedule.TryPlay(network, step) && network.Violation is null)
            {
                return false;
            }
        }

        network.Finish();
        return network.Violation?.Promise == promise;
    }
}
