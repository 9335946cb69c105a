using System.Globalization;
using ActorLearning.Testing.Networks;

namespace ActorLearning.Testing.Schedules;

/// <summary>One line of a schedule.</summary>
/// <param name="Verb">What it does.</param>
/// <param name="What">What to; nothing for verbs that need none.</param>
/// <param name="Lie">What a model is replaced by.</param>
public readonly record struct ScheduleStep(Verb Verb, Happening What = default, Lie? Lie = null)
{
    /// <summary>The learner of <see cref="Verb.Restart"/>; <see cref="Happening.Nobody"/> for the coordinator.</summary>
    public int Learner { get; init; }

    /// <summary>The time of <see cref="Verb.Pass"/>.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>What <see cref="Verb.Expect"/> expects.</summary>
    public Expectation? Expectation { get; init; }

    /// <summary>Whether it names something that has to be under way.</summary>
    internal bool NeedsIt => Verb is Verb.Deliver or Verb.Hold or Verb.Drop or Verb.Duplicate;

    /// <inheritdoc/>
    public override string ToString() => Verb switch
    {
        Verb.Restart when Learner == Happening.Nobody => "restart coordinator",
        Verb.Restart => string.Create(CultureInfo.InvariantCulture, $"restart {Learner}"),
        Verb.Pass => string.Create(CultureInfo.InvariantCulture, $"time passes {Time.TotalSeconds}s"),
        Verb.Finish => "deliver the rest",
        Verb.Expect => $"expect {Expectation}",
        _ => $"{Verb.ToString().ToLowerInvariant()} {What}" + (Lie is null ? "" : $" with {Lie}"),
    };

    /// <summary>Does it to a network; false where what it names is not under way.</summary>
    internal bool Do(SimulatedNetwork network)
    {
        switch (Verb)
        {
            case Verb.Deliver: return network.Deliver(What, Lie);
            case Verb.Hold: return network.Hold(What);
            case Verb.Drop: return network.Drop(What);
            case Verb.Duplicate: return network.Duplicate(What);
            case Verb.Send: return network.Send(What, Lie);
            case Verb.Restart: return network.Restart(Learner);
            case Verb.Pass: network.Pass(Time); return true;
            case Verb.Finish: network.Finish(); return true;
            default: return Expectation!.IsMet(network);
        }
    }
}
