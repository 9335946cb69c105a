using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Protocol.Byzantine;

/// <summary>
/// A learner that lies. It knows whom its victim samples and pulls those honest models like anyone else, each once.
/// </summary>
/// <remarks>
/// Honest learners never wait for it before they answer a pull, so its own pulls cannot deadlock. It reports every round at once,
/// because whoever does not report gives itself away.
/// </remarks>
public sealed class ByzantineLearner : IMachine<ByzantineState>
{
    private readonly ByzantineSettings settings;
    private readonly LearnerId id;
    private readonly Dictionary<(ExchangeKey Key, LearnerId Peer), Sighting> sightings;
    private readonly Dictionary<(ExchangeKey Key, LearnerId Id), Victim> victims;
    private readonly Dictionary<(ExchangeKey Key, LearnerId Peer), List<LearnerId>> waiting = []; // Follows from the other two.
    private Round round;

    /// <summary>A Byzantine learner that goes on from a state.</summary>
    public ByzantineLearner(ByzantineSettings settings, ByzantineState state)
    {
        (this.settings, id, round) = (settings, state.Id, state.Round);
        sightings = state.Sightings.ToDictionary(sighting => (sighting.Key, sighting.Peer));
        victims = state.Victims.ToDictionary(victim => (victim.Key, victim.Id));
        foreach (var victim in state.Victims)
        {
            Await(victim);
        }
    }

    /// <inheritdoc/>
    public ByzantineState Save() => new()
    {
        Id = id,
        Round = round,
        Sightings = [.. sightings.Values.OrderBy(item => item.Key.Round).ThenBy(item => item.Key.Step).ThenBy(item => item.Peer)],
        Victims = [.. victims.Values.OrderBy(item => item.Key.Round).ThenBy(item => item.Key.Step).ThenBy(item => item.Id)],
    };

    /// <inheritdoc/>
    public void Handle(Input input, Outbox outbox)
    {
        switch (input)
        {
            case RoundStarted tick: Start(tick, outbox); break;
            case PullRequested request: Plan(request, outbox); break;
            case ModelReceived answer: See(answer.From, answer.Key, Usable(answer.Model), outbox); break;
            case PullTimedOut timeout: See(timeout.Peer, timeout.Key, null, outbox); break;
            case Forged { Model: not null } forged: Tell(forged, outbox); break;
            case Restarted: Forget(); break;
            default: break; // Meant for another kind of machine, or a lie that is silence.
        }
    }

    /// <inheritdoc/>
    public void CollectModels(ICollection<Model> models)
    {
        foreach (var sighting in sightings.Values)
        {
            if (sighting.Model is not null)
            {
                models.Add(sighting.Model);
            }
        }
    }

    private void Start(RoundStarted tick, Outbox outbox)
    {
        var started = tick.Round;
        if (started <= round)
        {
            ReportAgain(started, outbox);
            return;
        }

        if (settings.FreeRun is { } free)
        {
            round = new Round(free.Rounds); // Nobody waits for it.
            outbox.Add(new Report(round, new RoundFacts()));
            return;
        }

        round = started;
        var kept = tick.IsSettled ? round : round.Previous;
        foreach (var old in sightings.Keys.Where(item => item.Key.Round < kept).ToList())
        {
            sightings.Remove(old);
        }

        foreach (var old in waiting.Keys.Where(item => item.Key.Round < kept).ToList())
        {
            waiting.Remove(old);
        }

        foreach (var old in victims.Keys.Where(item => item.Key.Round < kept).ToList())
        {
            victims.Remove(old);
        }

        outbox.Add(new Report(round, new RoundFacts()));
    }

    /// <summary>A coordinator that ticks again may have lost the report.</summary>
    private void ReportAgain(Round started, Outbox outbox)
    {
        if (started == round && round > default(Round))
        {
            outbox.Add(new Report(round, new RoundFacts()));
        }
    }

    private void Plan(PullRequested request, Outbox outbox)
    {
        var (victim, key) = (request.From, request.Key);
        var isKnown = victim.Number >= 0 && victim.Number < settings.Learners && key.Step >= 0 && key.Step < settings.Steps;
        if (!isKnown || !IsInTime(victim, key) || victims.ContainsKey((key, victim)))
        {
            return;
        }

        var sources = Sources(victim, key);
        foreach (var peer in sources)
        {
            if (sightings.TryAdd((key, peer), new Sighting(key, peer, IsPending: true, null)))
            {
                outbox.Add(new Pull(peer, key, settings.PullDeadline));
            }
        }

        var missing = sources.Count(peer => sightings[(key, peer)].IsPending);
        victims[(key, victim)] = new Victim(victim, key, [.. sources], missing);
        Await(victims[(key, victim)]);
        ForgeWhenReady(victims[(key, victim)], outbox);
    }

    /// <summary>In a free run each victim has a round of its own, the newest it asked for; older ones are forgotten.</summary>
    private bool IsInTime(LearnerId victim, ExchangeKey key)
    {
        if (settings.FreeRun is not { } free)
        {
            return key.Round >= round.Previous && key.Round <= round.Next;
        }

        var known = victims.Keys.Where(item => item.Id == victim).ToList();
        if (key.Round.Number < 1 || key.Round.Number > free.Rounds || known.Exists(item => item.Key.Round > key.Round))
        {
            return false;
        }

        foreach (var old in known.Where(item => item.Key.Round < key.Round))
        {
            victims.Remove(old);
        }

        var exchanges = victims.Keys.Select(item => item.Key).ToHashSet();
        foreach (var old in sightings.Keys.Where(item => !exchanges.Contains(item.Key)).ToList())
        {
            sightings.Remove(old);
            waiting.Remove(old);
        }

        return true;
    }

    private LearnerId[] Sources(LearnerId victim, ExchangeKey key)
    {
        var what = settings.Roles.ReconnaissanceOf(id, key.Round);
        LearnerId[] sources = what.SeesAll ? [.. Enumerable.Range(0, settings.Learners).Select(number => new LearnerId(number))]
            : what.SeesPulls ? settings.Peers.Select(victim, key)
            : what.Target is { } target ? [target]
            : [];
        var honest = Array.FindAll(sources, peer => !settings.Roles.IsByzantine(peer, key.Round));
        var isBlind = honest.Length == 0 && (what.SeesAll || what.SeesPulls);
        var needsVictim = (isBlind || what.SeesVictim) && settings.Roles.TakesPart(victim) && !honest.Contains(victim);
        return needsVictim ? [.. honest.Append(victim).Order()] : honest;
    }

    private void See(LearnerId peer, ExchangeKey key, Model? model, Outbox outbox)
    {
        if (!sightings.TryGetValue((key, peer), out var sighting) || !sighting.IsPending)
        {
            return;
        }

        sightings[(key, peer)] = sighting with { IsPending = false, Model = model };
        if (!waiting.Remove((key, peer), out var victimsOfIt))
        {
            return;
        }

        victimsOfIt.Sort(); // A loaded machine has them in another order.
        foreach (var number in victimsOfIt)
        {
            if (victims.TryGetValue((key, number), out var victim))
            {
                victims[(key, number)] = victim with { Missing = victim.Missing - 1 };
                ForgeWhenReady(victims[(key, number)], outbox);
            }
        }
    }

    private void ForgeWhenReady(Victim victim, Outbox outbox)
    {
        if (victim.Missing > 0)
        {
            return;
        }

        var what = settings.Roles.ReconnaissanceOf(id, victim.Key.Round);
        var isBlind = what.SeesPulls && victim.Sources.Length == 1; // It pulled no honest one, or one: its own model or that.
        var known = new List<Model>(victim.Sources.Length);
        foreach (var peer in victim.Sources)
        {
            var isMeant = peer != victim.Id || what.SeesAll || isBlind || what.Target == peer;
            if (isMeant && sightings[(victim.Key, peer)].Model is { } model)
            {
                known.Add(model);
            }
        }

        var own = what.SeesVictim && sightings.TryGetValue((victim.Key, victim.Id), out var sighting) ? sighting.Model : null;
        outbox.Add(new Forge(victim.Key, victim.Id, known) { VictimModel = own });
    }

    /// <summary>Notes a victim beside every model it needs that is still out.</summary>
    private void Await(Victim victim)
    {
        foreach (var peer in victim.Sources)
        {
            if (sightings.TryGetValue((victim.Key, peer), out var sighting) && sighting.IsPending)
            {
                if (!waiting.TryGetValue((victim.Key, peer), out var others))
                {
                    waiting[(victim.Key, peer)] = others = [];
                }

                others.Add(victim.Id);
            }
        }
    }

    private static void Tell(Forged forged, Outbox outbox)
    {
        for (var copy = 0; copy <= forged.Repeats; copy++)
        {
            outbox.Add(new Reply(forged.Victim, forged.Key, forged.Model) { Delay = forged.Delay });
        }
    }

    private Model? Usable(Model model) => model.Values.Length == settings.Parameters && model.IsFinite ? model : null;

    private void Forget()
    {
        round = default;
        sightings.Clear();
        victims.Clear();
        waiting.Clear();
    }
}
