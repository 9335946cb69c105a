using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Protocol.Learners;

/// <summary>An honest learner: tick, train, publish the half-step model, pull, aggregate, report.</summary>
/// <remarks>
/// A tick that comes while work is running takes effect when the work is done; one that comes while pulling ends the pulls,
/// and the half-step model is the model to go on from. That is how a learner that lags catches up. In a free run the end of a
/// round starts the next one, and ticks only start the run and whoever is in a new life.
/// </remarks>
public sealed partial class Learner : IMachine<LearnerState>
{
    private readonly LearnerSettings settings;
    private readonly LearnerId id;
    private readonly List<PublishedModel> published;
    private readonly List<WaitingPull> waiting;
    private readonly List<PullSlot> slots;

    private int life;
    private Round round;
    private int step;
    private LearnerPhase phase;
    private Model? model;
    private Round? nextRound;
    private int replacementsUsed;
    private RoundFacts facts;
    private int lateSinceReport;

    /// <summary>A learner that goes on from a state.</summary>
    public Learner(LearnerSettings settings, LearnerState state)
    {
        (this.settings, id, life, lateSinceReport) = (settings, state.Id, state.Life, state.LateSinceReport);
        (round, step, phase, model) = (state.Round, state.Step, state.Phase, state.Model);
        (nextRound, replacementsUsed, facts) = (state.NextRound, state.ReplacementsUsed, state.Facts);
        (published, waiting, slots) = ([.. state.Published], [.. state.Waiting], [.. state.Slots]);
    }

    /// <summary>Its newest own model; null after a restart until it has joined.</summary>
    public Model? Model => model;

    /// <inheritdoc/>
    public Model? OwnModel => model;

    private ExchangeKey Key => new(round, step);

    /// <inheritdoc/>
    public LearnerState Save() => new()
    {
        Id = id,
        Life = life,
        Round = round,
        Step = step,
        Phase = phase,
        Model = model,
        NextRound = nextRound,
        ReplacementsUsed = replacementsUsed,
        Facts = facts,
        LateSinceReport = lateSinceReport,
        Published = [.. published],
        Waiting = [.. waiting],
        Slots = [.. slots],
    };

    /// <inheritdoc/>
    public void Handle(Input input, Outbox outbox)
    {
        switch (input)
        {
            case RoundStarted tick: Start(tick, outbox); break;
            case Trained trained: Take(trained, outbox); break;
            case PullRequested request: Answer(request, outbox); break;
            case ModelReceived answer: Take(answer, outbox); break;
            case PullTimedOut timeout: Take(timeout, outbox); break;
            case Aggregated aggregated: Take(aggregated, outbox); break;
            case Restarted: Forget(); break;
            default: break; // Meant for another kind of machine.
        }
    }

    /// <inheritdoc/>
    public void CollectModels(ICollection<Model> models)
    {
        if (model is not null)
        {
            models.Add(model);
        }

        published.ForEach(item => models.Add(item.Model));
        foreach (var slot in slots)
        {
            if (slot.Model is not null)
            {
                models.Add(slot.Model);
            }
        }
    }

    private void Start(RoundStarted tick, Outbox outbox)
    {
        var started = tick.Round;
        if (started <= round || started <= nextRound)
        {
            GoOnOrReportAgain(started, outbox);
            return; // A repeated or overtaken tick.
        }

        if (phase is LearnerPhase.Training or LearnerPhase.Aggregating)
        {
            nextRound = started;
        }
        else
        {
            if (tick.IsSettled)
            {
                published.Clear(); // All are through with the round before: half the memory of a large run.
            }

            Begin(started, outbox);
        }
    }

    /// <summary>
    /// A coordinator that ticks again may have lost the report. A learner of a free run that could not join tries again.
    /// </summary>
    private void GoOnOrReportAgain(Round started, Outbox outbox)
    {
        if (phase == LearnerPhase.Idle && settings.FreeRun is not null && model is null)
        {
            Begin(round, outbox);
        }
        else if (started == round && phase == LearnerPhase.Idle && round > default(Round))
        {
            outbox.Add(new Report(round, facts));
        }
    }

    private void Begin(Round started, Outbox outbox)
    {
        (round, step, nextRound, facts) = (started, 0, null, new RoundFacts { Joined = model is null, Late = lateSinceReport });
        lateSinceReport = 0;
        slots.Clear();
        if (settings.FreeRun is null)
        {
            published.RemoveAll(item => item.Key.Round < started.Previous);
        }
        else if (published.Count == 0 && model is not null)
        {
            Publish(new ExchangeKey(started.Previous, 0), outbox); // The start, or what it has joined with.
        }

        RefuseOverdue(outbox);
        if (model is null)
        {
            OpenPulls(outbox);
        }
        else
        {
            phase = LearnerPhase.Training;
            outbox.Add(new Train(round, model) { Life = life });
        }
    }

    private void Take(Trained trained, Outbox outbox)
    {
        if (phase != LearnerPhase.Training || trained.Round != round || trained.Life != life)
        {
            return; // Work of an earlier life.
        }

        model = trained.Model;
        facts = facts with { TrainingLoss = trained.Facts.Loss, AfterTraining = trained.Facts.Quality };
        Publish(Key, outbox);
        if (nextRound is { } next)
        {
            Begin(next, outbox);
        }
        else
        {
            OpenPulls(outbox);
        }
    }

    private void Take(Aggregated aggregated, Outbox outbox)
    {
        if (phase != LearnerPhase.Aggregating || aggregated.Key != Key || aggregated.Life != life)
        {
            return; // Work of an earlier life.
        }

        model = aggregated.Model ?? model;
        facts = facts with
        {
            ByzantineMet = Math.Max(facts.ByzantineMet, aggregated.Facts.ByzantineMet),
            HonestOffered = facts.HonestOffered + aggregated.Facts.HonestOffered,
            HonestRefused = facts.HonestRefused + aggregated.Facts.HonestRefused,
            ByzantineOffered = facts.ByzantineOffered + aggregated.Facts.ByzantineOffered,
            ByzantineAccepted = facts.ByzantineAccepted + aggregated.Facts.ByzantineAccepted,
        };
        EndExchange(outbox);
    }

    private void EndExchange(Outbox outbox)
    {
        slots.Clear();
        if (nextRound is { } next)
        {
            Begin(next, outbox);
        }
        else if (step + 1 < settings.Steps && !facts.Joined)
        {
            step++;
            Publish(Key, outbox);
            OpenPulls(outbox);
        }
        else
        {
            EndRound(outbox);
        }
    }

    private void EndRound(Outbox outbox)
    {
        phase = LearnerPhase.Idle;
        if (settings.FreeRun is not { } free)
        {
            outbox.Add(new Report(round, facts));
        }
        else if (model is not null) // Else it could not join, and is at it again when a tick comes.
        {
            outbox.Add(new Report(round, facts));
            if (round.Number < free.Rounds)
            {
                Begin(round.Next, outbox);
            }
        }
    }

    private void Forget()
    {
        (round, step, phase, model, nextRound) = (default, 0, LearnerPhase.Idle, null, null);
        (life, replacementsUsed, facts, lateSinceReport) = (life + 1, 0, new RoundFacts(), 0);
        published.Clear();
        waiting.Clear();
        slots.Clear();
    }
}
