using ActorLearning.Protocol;
using ActorLearning.Testing.Networks;
using ActorLearning.Testing.Schedules;

namespace ActorLearning.Testing.Exploration;

/// <summary>What an adversary can do to a network beyond letting it go on in its plain order.</summary>
internal static class Departures
{
    /// <summary>What Byzantine learners say instead of what their attack makes.</summary>
    public static readonly Lie[] Lies = [Lie.Value(1e6f), Lie.Value(-1e6f), Lie.NotANumber, Lie.Short, Lie.Silence];

    /// <summary>Lists all departures of a network and what each costs; what was held arrives for free.</summary>
    public static void List(SimulatedNetwork network, bool canPay, List<(ScheduleStep Step, int Cost)> into)
    {
        into.Clear();
        var next = network.Next;
        foreach (var (what, isHeld) in network.Names())
        {
            if (isHeld)
            {
                into.Add((new ScheduleStep(Verb.Deliver, what), 0));
            }
            else if (canPay)
            {
                List(what, isNext: what == next, into);
            }
        }

        if (canPay)
        {
            ListAnywhere(network, into);
        }
    }

    /// <summary>Whether something of this kind travels, so that it can be lost and repeated.</summary>
    public static bool Travels(HappeningKind kind) =>
        kind is HappeningKind.Tick or HappeningKind.Pull or HappeningKind.Answer or HappeningKind.Refusal or HappeningKind.Report;

    /// <summary>What a Byzantine learner sends unasked: answers and pulls of the rounds around, to anybody.</summary>
    public static void ListUnasked(SimulatedNetwork network, Action<ScheduleStep> add)
    {
        var round = network.Round;
        foreach (var liar in network.Plan.Population.Byzantine)
        {
            foreach (var victim in network.Plan.Population.Honest)
            {
                add(new ScheduleStep(Verb.Send, Happening.Answer(round, liar.Number, victim), Lies[0]));
                add(new ScheduleStep(Verb.Send, Happening.Answer(round + 1, liar.Number, victim), Lies[0]));
                add(new ScheduleStep(Verb.Send, Happening.Pull(round, liar.Number, victim)));
                add(new ScheduleStep(Verb.Send, Happening.Pull(round + 1, liar.Number, victim)));
                add(new ScheduleStep(Verb.Send, Happening.Pull(int.MaxValue, liar.Number, victim)));
            }
        }
    }

    private static void List(Happening what, bool isNext, List<(ScheduleStep Step, int Cost)> into)
    {
        if (!isNext)
        {
            into.Add((new ScheduleStep(Verb.Deliver, what), 1));
        }

        if (Travels(what.Kind))
        {
            into.Add((new ScheduleStep(Verb.Drop, what), 1));
            into.Add((new ScheduleStep(Verb.Duplicate, what), 1));
        }

        if (!what.IsTimer)
        {
            into.Add((new ScheduleStep(Verb.Hold, what), 1));
        }

        for (var i = 0; what.Kind == HappeningKind.Forged && i < Lies.Length; i++)
        {
            into.Add((new ScheduleStep(Verb.Deliver, what, Lies[i]), 1));
        }
    }

    private static void ListAnywhere(SimulatedNetwork network, List<(ScheduleStep Step, int Cost)> into)
    {
        for (var learner = Happening.Nobody; learner < network.Plan.Scenario.Learners; learner++)
        {
            into.Add((new ScheduleStep(Verb.Restart) { Learner = learner }, 1));
        }

        ListUnasked(network, step => into.Add((step, 1)));
    }
}
