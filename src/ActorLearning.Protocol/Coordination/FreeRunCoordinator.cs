using System.Collections.Immutable;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Protocol.Coordination;

/// <summary>Watches a run whose learners go from round to round by themselves: no round waits for it.</summary>
/// <remarks>
/// A round is over for the record when everyone it waits for has reported it or a later one. It waits for nobody who was not
/// heard of between two deadlines, until that learner reports again; so a run ends when all have done their rounds, or a deadline
/// after the last report. Its ticks, one every patience, start the run and bring learners in a new life back to it.
/// </remarks>
public sealed class FreeRunCoordinator : ICoordinator
{
    private readonly CoordinatorSettings settings;
    private readonly SortedDictionary<(int Round, int Learner), RoundFacts> ahead = [];
    private readonly SortedDictionary<int, int> furthest;
    private readonly SortedSet<int> heard;
    private readonly SortedSet<int> silent;
    private Round round;
    private bool isRunning;
    private int spell;
    private int behind;

    /// <summary>A coordinator that goes on from a state.</summary>
    public FreeRunCoordinator(CoordinatorSettings settings, CoordinatorState state)
    {
        (this.settings, round, isRunning, spell) = (settings, state.Round, state.IsRunning, state.Spell);
        (furthest, heard, silent) = (new(state.Furthest), [.. state.Heard], [.. state.Silent]);
        foreach (var report in state.Ahead)
        {
            ahead.Add((report.Round.Number, report.Learner.Number), report.Facts);
        }

        CountBehind();
    }

    /// <inheritdoc/>
    public IReadOnlyList<LearnerId> Missing =>
        [.. Enumerable.Range(0, settings.Learners).Where(number => !IsDone(number)).Select(number => new LearnerId(number))];

    /// <inheritdoc/>
    public Round Round => round;

    /// <summary>Timers bear numbers above those of rounds: whatever was set before a time away is told apart by them.</summary>
    private Round Timer => new(settings.Rounds + spell);

    /// <inheritdoc/>
    public CoordinatorState Save() => new()
    {
        Round = round,
        IsRunning = isRunning,
        Ahead = [.. ahead.Select(pair => new Reported(new LearnerId(pair.Key.Learner), new Round(pair.Key.Round), pair.Value))],
        Furthest = furthest.ToImmutableSortedDictionary(),
        Heard = [.. heard],
        Silent = [.. silent],
        Spell = spell,
    };

    /// <inheritdoc/>
    public void Handle(Input input, Outbox outbox)
    {
        switch (input)
        {
            case RunStarted when isRunning: Announce(outbox); break;
            case RunStarted: Begin(outbox); break;
            case Reported report when isRunning: Take(report, outbox); break;
            case Woke { Why: WakeReason.Patience } woke when isRunning && woke.Round == Timer: Remind(outbox); break;
            case Woke { Why: WakeReason.Deadline } woke when isRunning && woke.Round == Timer: Listen(outbox); break;
            default: break; // A timer of an earlier spell.
        }
    }

    /// <inheritdoc/>
    public void CollectModels(ICollection<Model> models)
    {
    }

    private void Begin(Outbox outbox)
    {
        if (round.Number >= settings.Rounds)
        {
            outbox.Add(new RunEnded(round));
            return;
        }

        (round, isRunning) = (round.Next, true);
        CountBehind();
        Announce(outbox);
    }

    private void Announce(Outbox outbox)
    {
        spell++;
        Remind(outbox);
        outbox.Add(new WakeAfter(settings.Deadline, WakeReason.Deadline, Timer));
    }

    private void Remind(Outbox outbox)
    {
        outbox.Add(new Tick(round));
        outbox.Add(new WakeAfter(settings.Patience, WakeReason.Patience, Timer));
    }

    private void Take(Reported report, Outbox outbox)
    {
        var (learner, number) = (report.Learner.Number, report.Round.Number);
        if (learner < 0 || learner >= settings.Learners || number < 1 || number > settings.Rounds)
        {
            return;
        }

        heard.Add(learner);
        behind -= IsWaitedFor(learner) ? 1 : 0;
        silent.Remove(learner);
        furthest[learner] = Math.Max(number, furthest.GetValueOrDefault(learner));
        behind += IsWaitedFor(learner) ? 1 : 0;
        if (number >= round.Number)
        {
            ahead.TryAdd((number, learner), report.Facts);
        }

        GoOn(outbox);
    }

    /// <summary>A deadline: whoever was not heard of since the last one is not waited for.</summary>
    private void Listen(Outbox outbox)
    {
        silent.UnionWith(Enumerable.Range(0, settings.Learners).Where(number => !IsDone(number) && !heard.Contains(number)));
        heard.Clear();
        var done = Enumerable.Range(0, settings.Learners).Count(IsDone);
        if (silent.Count == settings.Learners - done && done <= settings.Tolerated)
        {
            isRunning = false;
            outbox.Add(new RunStuck(round, Missing));
            return;
        }

        outbox.Add(new WakeAfter(settings.Deadline, WakeReason.Deadline, Timer));
        CountBehind();
        GoOn(outbox);
    }

    private void GoOn(Outbox outbox)
    {
        while (isRunning && behind == 0)
        {
            End(outbox);
            CountBehind();
        }
    }

    /// <summary>Counted where the round changes, kept up to date in between: there is a report a learner and round.</summary>
    private void CountBehind() => behind = Enumerable.Range(0, settings.Learners).Count(IsWaitedFor);

    private bool IsWaitedFor(int learner) => !silent.Contains(learner) && !IsPast(learner);

    private void End(Outbox outbox)
    {
        var reports = new Dictionary<LearnerId, RoundFacts>();
        while (ahead.Count > 0 && ahead.First() is { Key: var key } first && key.Round == round.Number)
        {
            reports.Add(new LearnerId(key.Learner), first.Value);
            ahead.Remove(key);
        }

        var missing = Enumerable.Range(0, settings.Learners).Where(number => !IsPast(number));
        outbox.Add(new RoundEnded(round, reports, [.. missing.Select(number => new LearnerId(number))]));
        if (round.Number < settings.Rounds)
        {
            round = round.Next;
        }
        else
        {
            isRunning = false;
            outbox.Add(new RunEnded(round));
        }
    }

    private bool IsPast(int learner) => furthest.GetValueOrDefault(learner) >= round.Number;

    private bool IsDone(int learner) => furthest.GetValueOrDefault(learner) >= settings.Rounds;
}
