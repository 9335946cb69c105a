using System.Collections.Immutable;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Protocol.Coordination;

/// <summary>Starts the rounds: the next one when every learner has reported, or when waiting for the rest has to end.</summary>
public sealed class RoundCoordinator : ICoordinator
{
    private readonly CoordinatorSettings settings;
    private readonly SortedDictionary<int, RoundFacts> reports;
    private Round round;
    private bool isRunning;

    /// <summary>A coordinator that goes on from a state.</summary>
    public RoundCoordinator(CoordinatorSettings settings, CoordinatorState state)
    {
        (this.settings, round, isRunning) = (settings, state.Round, state.IsRunning);
        reports = new SortedDictionary<int, RoundFacts>(state.Reports);
    }

    /// <summary>The learners that have not reported the running round, ascending.</summary>
    public IReadOnlyList<LearnerId> Missing =>
        [.. Enumerable.Range(0, settings.Learners).Where(number => !reports.ContainsKey(number))
            .Select(number => new LearnerId(number))];

    /// <summary>The running round, or the last one that ended.</summary>
    public Round Round => round;

    /// <inheritdoc/>
    public CoordinatorState Save() => new()
    {
        Round = round,
        IsRunning = isRunning,
        Reports = reports.ToImmutableSortedDictionary(),
    };

    /// <inheritdoc/>
    public void Handle(Input input, Outbox outbox)
    {
        switch (input)
        {
            case RunStarted when !isRunning: Begin(isSettled: false, outbox); break;
            case RunStarted: GoOn(outbox); break;
            case Reported report: Take(report, outbox); break;
            case Woke woke when isRunning && woke.Round == round: Wake(woke.Why, outbox); break;
            default: break; // A timer of a round that is over.
        }
    }

    /// <inheritdoc/>
    public void CollectModels(ICollection<Model> models)
    {
    }

    private void Begin(bool isSettled, Outbox outbox)
    {
        reports.Clear();
        if (round.Number >= settings.Rounds)
        {
            outbox.Add(new RunEnded(round));
            return;
        }

        (round, isRunning) = (round.Next, true);
        Announce(isSettled, outbox);
    }

    /// <summary>After a time away: timers and reports may be lost. Whoever is done with the round reports again.</summary>
    private void GoOn(Outbox outbox)
    {
        Announce(isSettled: false, outbox);
        if (reports.Count >= settings.Learners - settings.Tolerated)
        {
            outbox.Add(new WakeAfter(settings.Patience, WakeReason.Patience, round));
        }
    }

    private void Announce(bool isSettled, Outbox outbox)
    {
        outbox.Add(new Tick(round) { IsSettled = isSettled });
        outbox.Add(new WakeAfter(settings.Deadline, WakeReason.Deadline, round));
    }

    private void Take(Reported report, Outbox outbox)
    {
        var isExpected = isRunning && report.Round == round
            && report.Learner.Number >= 0 && report.Learner.Number < settings.Learners;
        if (!isExpected || !reports.TryAdd(report.Learner.Number, report.Facts))
        {
            return; // Late, repeated, or from nobody.
        }

        if (reports.Count == settings.Learners)
        {
            End(outbox);
        }
        else if (reports.Count == settings.Learners - settings.Tolerated)
        {
            outbox.Add(new WakeAfter(settings.Patience, WakeReason.Patience, round));
        }
    }

    private void Wake(WakeReason why, Outbox outbox)
    {
        if (why == WakeReason.Deadline && reports.Count == 0)
        {
            isRunning = false;
            outbox.Add(new RunStuck(round, Missing));
        }
        else
        {
            End(outbox);
        }
    }

    private void End(Outbox outbox)
    {
        isRunning = false;
        outbox.Add(new RoundEnded(round, reports.ToDictionary(pair => new LearnerId(pair.Key), pair => pair.Value), Missing));
        Begin(isSettled: reports.Count == settings.Learners, outbox);
    }
}
