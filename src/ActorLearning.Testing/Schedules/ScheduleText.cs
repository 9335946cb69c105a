using System.Globalization;
using ActorLearning.Protocol.Learners;
using ActorLearning.Scenarios;
using ActorLearning.Testing.Networks;

namespace ActorLearning.Testing.Schedules;

/// <summary>Lines of a schedule as text: what <see cref="ScheduleStep.ToString"/> writes.</summary>
public static class ScheduleText
{
    private static readonly Dictionary<string, Verb> Verbs = new()
    {
        ["deliver"] = Verb.Deliver,
        ["hold"] = Verb.Hold,
        ["drop"] = Verb.Drop,
        ["duplicate"] = Verb.Duplicate,
        ["send"] = Verb.Send,
        ["restart"] = Verb.Restart,
        ["time"] = Verb.Pass,
        ["expect"] = Verb.Expect,
    };

    /// <summary>Reads one line; null and a reason where it is none.</summary>
    public static ScheduleStep? Parse(string line, out string? reason)
    {
        reason = null;
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rest = string.Join(' ', words.Skip(1));
        if (words.Length == 0 || !Verbs.TryGetValue(words[0], out var verb))
        {
            var name = words.Length == 0 ? "" : words[0];
            reason = $"\"{name}\" is nothing a schedule can do{Nearest.Hint(name, Verbs.Keys)} "
                + $"(known: {string.Join(", ", Verbs.Keys)})";
            return null;
        }

        return verb switch
        {
            Verb.Deliver when rest == "the rest" => new ScheduleStep(Verb.Finish),
            Verb.Restart => Restart(rest, out reason),
            Verb.Pass => Pass(line, rest, out reason),
            Verb.Expect => ParseExpectation(rest, out reason) is { } expectation
                ? new ScheduleStep(Verb.Expect) { Expectation = expectation } : null,
            _ => Named(verb, rest, out reason),
        };
    }

    private static ScheduleStep? Named(Verb verb, string rest, out string? reason)
    {
        var parts = rest.Split(" with ", 2);
        if (Happening.Parse(parts[0], out reason) is not { } what)
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return new ScheduleStep(verb, what);
        }

        var hasModel = what.Kind
            is HappeningKind.Answer or HappeningKind.Forged or HappeningKind.Trained or HappeningKind.Aggregated;
        var lie = Lie.Parse(parts[1]);
        reason = verb is not (Verb.Deliver or Verb.Send)
                ? $"only deliver and send can put another model into something, not {verb}"
            : !hasModel ? $"there is no model in {what} to be replaced"
            : lie is null ? $"\"{parts[1]}\" is no model: a number for every coordinate, nan, infinity, short, long, or silence"
            : verb == Verb.Send && lie.Model is null ? "silence cannot be sent"
            : null;
        return reason is null ? new ScheduleStep(verb, what, lie) : null;
    }

    private static ScheduleStep? Restart(string rest, out string? reason)
    {
        var isCoordinator = rest == "coordinator";
        var isNumber = TryNumber(rest, out var learner) || isCoordinator;
        learner = isCoordinator ? Happening.Nobody : learner;
        reason = isNumber ? null : $"\"{rest}\" is no learner; write restart 3, or restart coordinator";
        return isNumber ? new ScheduleStep(Verb.Restart) { Learner = learner } : null;
    }

    private static ScheduleStep? Pass(string line, string rest, out string? reason)
    {
        var text = rest.StartsWith("passes ", StringComparison.Ordinal) && rest.EndsWith('s') ? rest["passes ".Length..^1] : "";
        var isTime = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= TimeSpan.FromDays(365).TotalSeconds;
        reason = isTime ? null : $"\"{line}\" is no time; write time passes 5s";
        return isTime ? new ScheduleStep(Verb.Pass) { Time = TimeSpan.FromSeconds(seconds) } : null;
    }

    private static Expectation? ParseExpectation(string text, out string? reason)
    {
        var words = text.Split(' ');
        if (text == "the run ended" || text == "the run stuck")
        {
            reason = null;
            return text == "the run ended" ? Expect.RunEnded() : Expect.RunStuck();
        }

        return words[0] switch
        {
            "learner" => ExpectLearner(text, words, out reason),
            "round" => ExpectRound(text, words, out reason),
            "aggregate" => ExpectAggregate(text, words, out reason),
            "no" => Happening.Parse(text["no ".Length..], out reason) is { } what ? Expect.NotUnderWay(what) : null,
            _ => Happening.Parse(text, out reason) is { } what ? Expect.UnderWay(what) : null,
        };
    }

    private static Expectation? ExpectLearner(string text, string[] words, out string? reason)
    {
        reason = $"\"{text}\": write learner 0 pulling 1 (idle, training, pulling, aggregating), or learner 0 late 1 "
            + $"({string.Join(", ", Expect.Facts.Keys)})";
        if (words.Length != 4 || !TryNumber(words[1], out var learner))
        {
            return null;
        }

        Expectation? made = null;
        if (Expect.Facts.ContainsKey(words[2]) && TryNumber(words[3], out var count))
        {
            made = Expect.Fact(learner, words[2], count);
        }
        else if (Enum.TryParse<LearnerPhase>(words[2], ignoreCase: true, out var phase)
            && TryKey(words[3], out var round, out var step))
        {
            made = Expect.Phase(learner, phase, round, step);
        }

        reason = made is null ? reason : null;
        return made;
    }

    private static Expectation? ExpectRound(string text, string[] words, out string? reason)
    {
        var without = new List<int>();
        var isGood = words.Length >= 3 && TryNumber(words[1], out _) && words[2] == "ended"
            && (words.Length == 3 || (words.Length > 4 && words[3] == "without" && TryNumbers(words[4..], without)));
        reason = isGood ? null : $"\"{text}\": write round 1 ended, or round 1 ended without 3 4";
        return isGood ? Expect.RoundEnded(int.Parse(words[1], CultureInfo.InvariantCulture), without) : null;
    }

    private static Expectation? ExpectAggregate(string text, string[] words, out string? reason)
    {
        var of = new List<int>();
        var (round, step, at) = (0, 0, 0);
        var isGood = words.Length > 5 && TryKey(words[1], out round, out step) && words[2] == "at" && TryNumber(words[3], out at)
            && words[4] == "of" && TryNumbers(words[5..], of);
        reason = isGood ? null : $"\"{text}\": write aggregate 1 at 0 of 0 1 2";
        return isGood ? Expect.Aggregate(round, at, of, step) : null;
    }

    private static bool TryNumbers(string[] words, List<int> numbers)
    {
        foreach (var word in words)
        {
            if (!TryNumber(word, out var number))
            {
                return false;
            }

            numbers.Add(number);
        }

        return true;
    }

    private static bool TryKey(string word, out int round, out int step)
    {
        var parts = word.Split('.');
        step = 0;
        return TryNumber(parts[0], out round) && parts.Length <= 2 && (parts.Length == 1 || TryNumber(parts[1], out step));
    }

    private static bool TryNumber(string word, out int number) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
