using ActorLearning.Testing.Networks;
using ActorLearning.Testing.Schedules;

namespace ActorLearning.Testing.Exploration;

/// <remarks>The search in order.</remarks>
public sealed partial class Explorer
{
    private const int MostStates = 20_000_000;

    /// <summary>Departures left when a state was met last, by its digest.</summary>
    private readonly Dictionary<ulong, int> known = [];

    private readonly Stack<List<(ScheduleStep Step, int Cost)>> spare = [];

    private bool IsEnough => IsBroken || IsOut || ordered >= settings.Schedules || known.Count >= MostStates;

    private void SearchInOrder()
    {
        for (var depth = 0; depth <= settings.Depth && !IsEnough; depth++)
        {
            known.Clear();
            network.Restore(start);
            Search(depth);
            completeDepth = IsEnough ? completeDepth : depth;
        }
    }

    /// <summary>Tries everything that can happen from here with so many departures; the network is left anywhere.</summary>
    private void Search(int departures)
    {
        while (!IsEnough)
        {
            if (network.IsOver || !IsNew(departures))
            {
                ordered++;
                return;
            }

            if (departures == 0 && !network.HasHeld)
            {
                GoOn(); // Nothing to choose: on to the end without a look back.
                continue;
            }

            Branch(departures);
            return;
        }
    }

    private void Branch(int departures)
    {
        var (here, length) = (network.Take(), trace.Count);
        var choices = spare.Count > 0 ? spare.Pop() : [];
        Departures.List(network, canPay: departures > 0, choices);
        if (network.Next is not null)
        {
            GoOn(); // Plain first: states are met first with the most departures left.
            Search(departures);
        }

        foreach (var (step, cost) in choices)
        {
            if (IsEnough)
            {
                break;
            }

            trace.CutTo(length);
            network.Restore(here);
            Do(step, isPlain: false);
            Search(departures - cost);
        }

        if (!IsBroken)
        {
            trace.CutTo(length);
        }

        spare.Push(choices);
    }

    private void GoOn() => Do(new ScheduleStep(Verb.Deliver, network.Next!.Value), isPlain: true);

    private bool IsNew(int departures)
    {
        ref var left = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            known, network.StateDigest(), out var exists);
        if (exists && left >= departures)
        {
            return false;
        }

        left = departures;
        return true;
    }
}
