using System.Globalization;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Learners;
using ActorLearning.Testing.Networks;

namespace ActorLearning.Testing.Schedules;

/// <summary>What a schedule can expect; each but <see cref="That"/> can also be written in a file.</summary>
public static class Expect
{
    /// <summary>Numbers of a learner's facts, by name.</summary>
    internal static readonly Dictionary<string, Func<RoundFacts, int>> Facts = new()
    {
        ["pulls"] = facts => facts.Pulls,
        ["answers"] = facts => facts.Answers,
        ["timeouts"] = facts => facts.Timeouts,
        ["broken"] = facts => facts.Broken,
        ["late"] = facts => facts.Late,
        ["duplicates"] = facts => facts.Duplicates,
        ["unasked"] = facts => facts.Unasked,
    };

    /// <summary>Anything, in words of your own.</summary>
    public static Expectation That(string text, Func<SimulatedNetwork, bool> isSo) => new(text, isSo);

    /// <summary><c>expect answer 1 from 2 to 0</c>: it is under way, held or not.</summary>
    public static Expectation UnderWay(Happening what) => new(what.ToString(), network => network.IsUnderWay(what));

    /// <summary><c>expect no answer 1 from 2 to 0</c>.</summary>
    public static Expectation NotUnderWay(Happening what) => new($"no {what}", network => !network.IsUnderWay(what));

    /// <summary><c>expect learner 0 pulling 1</c>: an honest learner's phase and exchange.</summary>
    public static Expectation Phase(int learner, LearnerPhase phase, int round, int step = 0)
    {
        var key = new ExchangeKey(new Round(round), step);
        return new($"learner {Text(learner)} {phase.ToString().ToLowerInvariant()} {key}", network =>
            network.StateOf(learner) is LearnerState state
            && (state.Phase, state.Round, state.Step) == (phase, key.Round, step));
    }

    /// <summary><c>expect learner 0 duplicates 1</c>: a number of the facts of a learner's newest round.</summary>
    /// <param name="learner">An honest learner.</param>
    /// <param name="name">pulls, answers, timeouts, broken, late, duplicates or unasked.</param>
    /// <param name="count">How many.</param>
    public static Expectation Fact(int learner, string name, int count)
    {
        var read = Facts[name];
        return new($"learner {Text(learner)} {name} {Text(count)}", network =>
            network.StateOf(learner) is LearnerState state && read(state.Facts) == count);
    }

    /// <summary>
    /// <c>expect aggregate 1 at 0 of 0 1 2</c>: whose answers went into an aggregation, the own model among them.
    /// </summary>
    public static Expectation Aggregate(int round, int at, IReadOnlyList<int> of, int step = 0)
    {
        var key = new ExchangeKey(new Round(round), step);
        return new($"aggregate {key} at {Text(at)} of {string.Join(' ', of.Select(Text))}", network =>
            network.Story!.Where(item => item.By == at).Select(item => item.Effect).OfType<Aggregate>()
                .LastOrDefault(mix => mix.Key == key) is { } found
            && found.Contributions.Where(item => item.Answered).Select(item => item.Peer.Number).Order()
                .SequenceEqual(of.Order()));
    }

    /// <summary><c>expect round 1 ended</c>, <c>expect round 1 ended without 3 4</c>: who did not report in time.</summary>
    public static Expectation RoundEnded(int round, params IReadOnlyList<int> without) =>
        new($"round {Text(round)} ended" + (without.Count > 0 ? $" without {string.Join(' ', without.Select(Text))}" : ""),
            network =>
            network.Story!.Select(item => item.Effect).OfType<RoundEnded>()
                .FirstOrDefault(end => end.Round.Number == round) is { } end
            && end.Missing.Select(learner => learner.Number).SequenceEqual(without.Order()));

    /// <summary><c>expect the run ended</c>.</summary>
    public static Expectation RunEnded() =>
        new("the run ended", network => network.Story!.Exists(item => item.Effect is RunEnded));

    /// <summary><c>expect the run stuck</c>: a round's deadline passed and nobody had reported.</summary>
    public static Expectation RunStuck() =>
        new("the run stuck", network => network.Story!.Exists(item => item.Effect is RunStuck));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
