using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;

namespace ActorLearning.Engine.Embedded;

/// <summary>Deadlines of pulls that are out, in virtual time. An answered pull costs nothing later.</summary>
internal sealed class PullTimers(int learners)
{
    private readonly Dictionary<(LearnerId Peer, ExchangeKey Key), (Pull Pull, TimeSpan Due)>?[] open =
        new Dictionary<(LearnerId, ExchangeKey), (Pull, TimeSpan)>?[learners];

    private readonly bool[] isQueued = new bool[learners];
    private readonly PriorityQueue<int, TimeSpan> queue = new();

    /// <summary>The next deadline; null where no pull is out.</summary>
    public TimeSpan? Next
    {
        get
        {
            while (queue.TryPeek(out var learner, out var due))
            {
                if (open[learner] is { Count: > 0 } pulls && Earliest(pulls.Values) is var earliest)
                {
                    if (earliest == due)
                    {
                        return due;
                    }

                    queue.DequeueEnqueue(learner, earliest);
                }
                else
                {
                    queue.Dequeue();
                    isQueued[learner] = false;
                }
            }

            return null;
        }
    }

    /// <summary>The pulls that are out, by learner and deadline; opening them again in this order gives the same
    /// timers.</summary>
    public IEnumerable<(LearnerId Learner, Pull Pull, TimeSpan Due)> Open() =>
        open.SelectMany((pulls, number) =>
            (pulls ?? []).Values.OrderBy(item => item.Due).ThenBy(item => item.Pull.Peer)
                .ThenBy(item => item.Pull.Key.Round).ThenBy(item => item.Pull.Key.Step)
                .Select(item => (new LearnerId(number), item.Pull, item.Due)));

    /// <summary>A learner has sent a pull; asked again, the deadline is the new one.</summary>
    public void Open(LearnerId learner, Pull pull, TimeSpan due)
    {
        (open[learner.Number] ??= [])[(pull.Peer, pull.Key)] = (pull, due);
        if (!isQueued[learner.Number])
        {
            isQueued[learner.Number] = true;
            queue.Enqueue(learner.Number, due);
        }
    }

    /// <summary>A learner's pull was answered. False where there is no such pull.</summary>
    public bool Close(LearnerId learner, LearnerId peer, ExchangeKey key) =>
        open[learner.Number]?.Remove((peer, key)) == true;

    /// <summary>Forgets the pulls of a learner that died.</summary>
    public void Forget(LearnerId learner) => open[learner.Number]?.Clear();

    /// <summary>The pulls whose deadline is at or before a time, by learner and peer; they are closed.</summary>
    public IEnumerable<(LearnerId Learner, Pull Pull)> Expire(TimeSpan now)
    {
        var expired = new List<(LearnerId Learner, Pull Pull)>();
        while (Next is { } due && due <= now)
        {
            var learner = queue.Dequeue();
            isQueued[learner] = false;
            var pulls = open[learner]!;
            foreach (var (at, item) in pulls)
            {
                if (item.Due <= now)
                {
                    expired.Add((new LearnerId(learner), item.Pull));
                    pulls.Remove(at);
                }
            }

            if (pulls.Count > 0)
            {
                isQueued[learner] = true;
                queue.Enqueue(learner, Earliest(pulls.Values));
            }
        }

        return expired.OrderBy(item => item.Learner).ThenBy(item => item.Pull.Peer)
            .ThenBy(item => item.Pull.Key.Round).ThenBy(item => item.Pull.Key.Step);
    }

    private static TimeSpan Earliest(IEnumerable<(Pull Pull, TimeSpan Due)> pulls) => pulls.Min(item => item.Due);
}
