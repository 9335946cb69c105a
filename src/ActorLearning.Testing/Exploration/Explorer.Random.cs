using ActorLearning.Numerics;
using ActorLearning.Testing.Networks;
using ActorLearning.Testing.Schedules;

namespace ActorLearning.Testing.Exploration;

/// <remarks>The random search.</remarks>
public sealed partial class Explorer
{
    private const int Troubles = 8;

    private static readonly StreamPurpose Purpose = new("schedules");

    private readonly double[] rates = new double[Troubles];
    private readonly List<ScheduleStep> unasked = [];
    private RandomStream dice;

    private void SearchAtRandom()
    {
        network.Tracks = false;
        for (var number = 1; number <= settings.Schedules && !IsBroken && !IsOut; number++)
        {
            dice = new RandomStream(settings.Seed, Purpose, round: number);
            trace.CutTo(0);
            network.Restore(start);
            PlayAtRandom();
            random++;
        }
    }

    private void PlayAtRandom()
    {
        DrawRates();
        var disorder = dice.NextBelow(4) * .3;
        var departures = 2 + dice.NextBelow(4 * plan.Scenario.Learners);
        var flood = dice.NextBelow(8) == 0 ? dice.NextBelow(50) : -1;
        while (!network.IsOver && !IsBroken)
        {
            if (flood-- == 0)
            {
                Flood();
            }
            else if (departures > 0 && Trouble() is { } step)
            {
                departures--;
                Do(step, isPlain: false);
            }
            else if (network.Next is not { } next)
            {
                Do(new ScheduleStep(Verb.Deliver, network.Any(dice.NextUInt32())), isPlain: false); // All is held.
            }
            else if (dice.NextDouble() < disorder && network.AnyMessage(dice.NextUInt32()) is { } other && other != next)
            {
                Do(new ScheduleStep(Verb.Deliver, other), isPlain: false);
            }
            else
            {
                Do(new ScheduleStep(Verb.Deliver, next), isPlain: true);
            }
        }
    }

    /// <summary>Each trouble is left out of half of the schedules, so that others are met without it.</summary>
    private void DrawRates()
    {
        for (var i = 0; i < Troubles; i++)
        {
            rates[i] = dice.NextBelow(2) * .03 * dice.NextDouble();
        }
    }

    /// <summary>One trouble now and then; null mostly, and where there is nothing to make it of.</summary>
    private ScheduleStep? Trouble()
    {
        var (draw, kind) = (dice.NextDouble(), 0);
        while (kind < Troubles && draw >= rates[kind])
        {
            draw -= rates[kind++];
        }

        if (kind == Troubles)
        {
            return null;
        }

        if (kind == 0)
        {
            return new ScheduleStep(Verb.Restart) { Learner = dice.NextBelow(plan.Scenario.Learners + 1) - 1 };
        }

        var what = network.Any(dice.NextUInt32());
        return kind switch
        {
            1 when Departures.Travels(what.Kind) => new ScheduleStep(Verb.Drop, what),
            2 when Departures.Travels(what.Kind) => new ScheduleStep(Verb.Duplicate, what),
            3 when !what.IsTimer => new ScheduleStep(Verb.Hold, what),
            4 or 5 when what.IsTimer => new ScheduleStep(Verb.Deliver, what),
            6 => Lie(),
            7 => Unasked(),
            _ => null,
        };
    }

    /// <summary>A Byzantine learner asks one honest learner for the models of many rounds to come.</summary>
    private void Flood()
    {
        var (liars, honest) = (plan.Population.Byzantine, plan.Population.Honest);
        if (liars.Count == 0)
        {
            return;
        }

        var (liar, victim) = (liars.ElementAt(dice.NextBelow(liars.Count)).Number, honest[dice.NextBelow(honest.Count)]);
        var many = network.MostRemembered + 1;
        for (var i = 0; i < many && !network.IsOver; i++)
        {
            var pull = Happening.Pull(network.Round + 1 + dice.NextBelow(many), liar, victim);
            Do(new ScheduleStep(Verb.Send, pull), isPlain: false);
            Do(new ScheduleStep(Verb.Deliver, pull), isPlain: false);
        }
    }

    private ScheduleStep? Lie() => network.AnyForged(dice.NextUInt32()) is { } what
        ? new ScheduleStep(Verb.Deliver, what, Departures.Lies[dice.NextBelow(Departures.Lies.Length)]) : null;

    private ScheduleStep? Unasked()
    {
        unasked.Clear();
        Departures.ListUnasked(network, unasked.Add);
        return unasked.Count == 0 ? null : unasked[dice.NextBelow(unasked.Count)];
    }
}
