using ActorLearning.Protocol;

namespace ActorLearning.Testing.Networks;

/// <summary>Names one thing that is under way: a message, the result of some work, a timer.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">The exchange it is about; step 0 where it is about a whole round.</param>
/// <param name="From">The other learner it is about; <see cref="Nobody"/> where there is none.</param>
/// <param name="To">The learner that it comes to; <see cref="Nobody"/> for the coordinator.</param>
public readonly record struct Happening(HappeningKind Kind, ExchangeKey Key, int From, int To)
{
    /// <summary>No learner: the coordinator.</summary>
    public const int Nobody = -1;

    /// <summary>The coordinator's tick on its way to a learner.</summary>
    public static Happening Tick(int round, int to) => Of(HappeningKind.Tick, round, 0, Nobody, to);

    /// <summary>The result of a learner's local steps.</summary>
    public static Happening Trained(int round, int to) => Of(HappeningKind.Trained, round, 0, Nobody, to);

    /// <summary>A learner's question for a peer's model.</summary>
    public static Happening Pull(int round, int from, int to, int step = 0) => Of(HappeningKind.Pull, round, step, from, to);

    /// <summary>The lie that a Byzantine learner is going to tell a victim.</summary>
    public static Happening Forged(int round, int victim, int to, int step = 0) =>
        Of(HappeningKind.Forged, round, step, victim, to);

    /// <summary>A model on its way to whoever asked for it.</summary>
    public static Happening Answer(int round, int from, int to, int step = 0) => Of(HappeningKind.Answer, round, step, from, to);

    /// <summary>The word that a model is gone.</summary>
    public static Happening Refusal(int round, int from, int to, int step = 0) =>
        Of(HappeningKind.Refusal, round, step, from, to);

    /// <summary>The result of a learner's aggregation.</summary>
    public static Happening Aggregated(int round, int to, int step = 0) =>
        Of(HappeningKind.Aggregated, round, step, Nobody, to);

    /// <summary>A learner's report to the coordinator.</summary>
    public static Happening Report(int round, int from) => Of(HappeningKind.Report, round, 0, from, Nobody);

    /// <summary>The timer after which a learner gives up on a peer.</summary>
    public static Happening Timeout(int round, int from, int to, int step = 0) =>
        Of(HappeningKind.Timeout, round, step, from, to);

    /// <summary>The timer after which the coordinator waits no longer for the last few.</summary>
    public static Happening Patience(int round) => Of(HappeningKind.Patience, round, 0, Nobody, Nobody);

    /// <summary>The timer after which the coordinator ends a round.</summary>
    public static Happening Deadline(int round) => Of(HappeningKind.Deadline, round, 0, Nobody, Nobody);

    /// <summary>Reads what <see cref="ToString"/> writes; null and a reason where the text names nothing.</summary>
    public static Happening? Parse(string text, out string? reason) =>
        HappeningText.Parse(text, out reason);

    /// <inheritdoc/>
    public override string ToString() => HappeningText.Write(this);

    /// <summary>Whether it happens at a time of its own instead of as soon as it can.</summary>
    internal bool IsTimer => Kind >= HappeningKind.Timeout;

    private static Happening Of(HappeningKind kind, int round, int step, int from, int to) =>
        new(kind, new ExchangeKey(new Round(round), step), from, to);
}
