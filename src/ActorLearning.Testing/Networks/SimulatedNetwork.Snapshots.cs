using ActorLearning.Testing.Promises;
using ActorLearning.Testing.States;

namespace ActorLearning.Testing.Networks;

/// <remarks>
/// Snapshots: the network at an instant, to go back to. States of machines are saved once, after each input, and a machine is
/// made anew only when it is next spoken to in another state.
/// </remarks>
public sealed partial class SimulatedNetwork
{
    private readonly object?[] states;
    private readonly ulong[] digests;
    private readonly bool[] isStale;

    // Of a network nobody wants snapshots of, memory is looked at now and then: saving a state costs more than an input.
    private const int InputsBetweenLooks = 8;

    /// <summary>Whether states are saved after every input, so that there can be snapshots.</summary>
    internal bool Tracks { get; set; } = true;

    /// <summary>The network now.</summary>
    internal Snapshot Take() => new(
        [.. states], [.. digests], [.. underWay], watch.Take(), Now, IsOver, isTroubled);

    /// <summary>Goes back.</summary>
    internal void Restore(Snapshot snapshot)
    {
        for (var i = 0; i < states.Length; i++)
        {
            isStale[i] |= !ReferenceEquals(states[i], snapshot.States[i]);
            (states[i], digests[i]) = (snapshot.States[i], snapshot.Digests[i]);
        }

        underWay.Clear();
        underWay.AddRange(snapshot.UnderWay);
        watch.Restore(snapshot.Watch);
        (Now, IsOver, isTroubled) = (snapshot.Now, snapshot.IsOver, snapshot.IsTroubled);
    }

    /// <summary>Whether something is put aside.</summary>
    internal bool HasHeld
    {
        get
        {
            foreach (var item in underWay)
            {
                if (item.IsHeld)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The round the coordinator started last.</summary>
    internal int Round => watch.Round;

    /// <summary>The longest list a machine may remember.</summary>
    internal int MostRemembered => watch.Longest;

    /// <summary>The different names under way; held only where everything of the name is.</summary>
    internal IEnumerable<(Happening What, bool IsHeld)> Names()
    {
        for (var i = 0; i < underWay.Count; i++)
        {
            if (Find(underWay[i].What) == i)
            {
                yield return (underWay[i].What, underWay[i].IsHeld);
            }
        }
    }

    /// <summary>Any of the things under way.</summary>
    internal Happening Any(uint dice) => underWay[(int)(dice % (uint)underWay.Count)].What;

    /// <summary>Any of the things under way that are no timers; null where there is none.</summary>
    internal Happening? AnyMessage(uint dice) => Pick(dice, item => !item.What.IsTimer && item.Due == TimeSpan.Zero);

    /// <summary>Any of the lies about to be told; null where there is none.</summary>
    internal Happening? AnyForged(uint dice) => Pick(dice, item => item.What.Kind == HappeningKind.Forged);

    /// <summary>The run has not ended and never will.</summary>
    internal void GiveUp()
    {
        watch.Broken(Promise.NoHang, learners, $"has not ended the run after {MostSteps} choices");
        IsOver = true;
    }

    private Happening? Pick(uint dice, Predicate<Pending> isMeant)
    {
        var count = 0;
        foreach (var item in underWay)
        {
            count += isMeant(item) ? 1 : 0;
        }

        if (count == 0)
        {
            return null;
        }

        var left = (int)(dice % (uint)count);
        return underWay.Find(item => isMeant(item) && left-- == 0).What;
    }

    /// <summary>64 bits that stand for the whole network: all that decides about its future, in no order.</summary>
    internal ulong StateDigest()
    {
        var sum = watch.StateDigest();
        for (var i = 0; i < digests.Length; i++)
        {
            sum += Digest.Mix(digests[i] + ((ulong)i * 0x9E3779B97F4A7C15));
        }

        foreach (var item in underWay)
        {
            sum += item.Digest(Now);
        }

        return Digest.Mix(sum + (IsOver ? 1u : 0u) + (isTroubled ? 2u : 0u));
    }

    private void Refresh(int machine)
    {
        if (isStale[machine])
        {
            subjects[machine].Load(states[machine]!);
            isStale[machine] = false;
        }
    }

    private void Touch(int machine)
    {
        states[machine] = null; // The saved one is no longer its state.
        if (Tracks || Steps % InputsBetweenLooks == 0)
        {
            var state = subjects[machine].Save();
            digest.Restart();
            subjects[machine].Read(state, digest);
            (states[machine], digests[machine]) = (state, digest.Value);
            watch.Remembers(machine, digest.LongestCollection);
        }
    }

    /// <summary>The network at an instant.</summary>
    internal sealed record Snapshot(
        object?[] States, ulong[] Digests, Pending[] UnderWay, Watch.Notes Watch, TimeSpan Now, bool IsOver, bool IsTroubled);
}
