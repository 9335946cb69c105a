using System.Globalization;
using ActorLearning.Protocol;
using ActorLearning.Scenarios;

namespace ActorLearning.Testing.Networks;

/// <summary>What is under way as words: <c>answer 1 from 2 to 0</c>.</summary>
internal static class HappeningText
{
    private static readonly Dictionary<string, HappeningKind> Kinds =
        Enum.GetValues<HappeningKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant());

    public static string Write(Happening what)
    {
        var (from, to) = Words(what.Kind);
        return string.Create(CultureInfo.InvariantCulture, $"{what.Kind.ToString().ToLowerInvariant()} {what.Key}")
            + (from is null ? "" : $" {from} {what.From}")
            + (to is null ? "" : $" {to} {what.To}");
    }

    public static Happening? Parse(string text, out string? reason)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        reason = null;
        if (words.Length == 0 || !Kinds.TryGetValue(words[0], out var kind))
        {
            var name = words.Length == 0 ? "" : words[0];
            reason = $"\"{name}\" is nothing that can be under way{Nearest.Hint(name, Kinds.Keys)} "
                + $"(known: {string.Join(", ", Kinds.Keys)})";
            return null;
        }

        var (fromWord, toWord) = Words(kind);
        var (from, to) = (Happening.Nobody, Happening.Nobody);
        ExchangeKey key = default;
        var at = 2;
        var isGood = words.Length > 1 && TryKey(words[1], out key) && Take(fromWord, ref from) && Take(toWord, ref to)
            && at == words.Length;
        if (!isGood)
        {
            reason = $"\"{text}\" is no {words[0]}; write it like {Write(Example(kind))}";
            return null;
        }

        return new Happening(kind, key, from, to);

        bool Take(string? word, ref int number)
        {
            if (word is null)
            {
                return true;
            }

            at += 2;
            return at <= words.Length && words[at - 2] == word && TryNumber(words[at - 1], out number);
        }
    }

    /// <summary>The words in front of the learners it is about; null where there is no such learner.</summary>
    private static (string? From, string? To) Words(HappeningKind kind) => kind switch
    {
        HappeningKind.Tick or HappeningKind.Trained or HappeningKind.Aggregated => (null, "to"),
        HappeningKind.Forged => ("for", "to"),
        HappeningKind.Report => ("from", null),
        HappeningKind.Patience or HappeningKind.Deadline => (null, null),
        _ => ("from", "to"),
    };

    private static Happening Example(HappeningKind kind) => new(kind, new ExchangeKey(new Round(1), 0), From: 2, To: 0);

    private static bool TryKey(string text, out ExchangeKey key)
    {
        var parts = text.Split('.');
        var step = 0;
        var isKey = TryNumber(parts[0], out var round) && parts.Length <= 2
            && (parts.Length == 1 || TryNumber(parts[1], out step));
        key = new ExchangeKey(new Round(round), step);
        return isKey;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
