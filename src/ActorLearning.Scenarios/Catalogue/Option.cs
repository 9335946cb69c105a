using System.Globalization;
using ActorLearning.Scenarios.Faults;

namespace ActorLearning.Scenarios.Catalogue;

/// <summary>An option of a catalogue entry, such as <c>z</c> of <c>alie(z=1.5)</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it does, in a few words.</param>
/// <param name="Default">Its value where it is left out; null where it must be given.</param>
public sealed record Option(string Name, string Meaning, string? Default = null)
{
    /// <summary>The values allowed, where they are words and not numbers.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A word that may stand in place of a number; null for none.</summary>
    public string? Word { get; init; }

    /// <summary>Whether it is free text, such as the name of a file.</summary>
    public bool IsText { get; init; }

    /// <summary>Whether only whole numbers are allowed.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The least number allowed.</summary>
    public double Least { get; init; } = double.NegativeInfinity;

    /// <summary>Whether the least number itself is not allowed.</summary>
    public bool IsLeastExcluded { get; init; }

    /// <summary>The greatest number allowed.</summary>
    public double Most { get; init; } = double.PositiveInfinity;

    /// <summary>Whether it stands for any number of values in a row.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether it may be left out without a default taking its place.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it is a time such as 20ms; the range is in seconds.</summary>
    public bool IsTime { get; init; }

    /// <summary>Whether it names learners: a number, numbers as in 0..9, or, where it repeats, a share as in 30%.</summary>
    public bool IsLearners { get; init; }

    /// <summary>Why a value is not allowed; null if it is.</summary>
    public string? Refusal(string value)
    {
        if (Choices.Count > 0)
        {
            return Choices.Contains(value) ? null
                : $"{Name}={value} is not one of {string.Join(", ", Choices)}{Nearest.Hint(value, Choices)}";
        }

        if (IsText)
        {
            return value.Length > 0 ? null : $"{Name} is empty";
        }

        if (value == Word)
        {
            return null;
        }

        if (IsTime)
        {
            return Durations.Parse(value) is not { } time
                ? $"{Name}={value} is not a time; write a number with ms, s, m or h, as in 20ms"
                : OutOfRange(value, time.TotalSeconds);
        }

        if (IsLearners)
        {
            return LearnerPart.Parse(value) is { } part && (Repeats || part.Share is null) ? null
                : $"{Name}={value} is neither a learner's number nor numbers like 0..9"
                    + (Repeats ? " nor a share like 30%" : "") + (Word is null ? "" : $" nor {Word}");
        }

        var isNumber = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) && (!IsWhole || (number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue));
        if (!isNumber)
        {
            return $"{Name}={value} is not a {(IsWhole ? "whole " : "")}number{(Word is null ? "" : $" or {Word}")}";
        }

        return OutOfRange(value, number);
    }

    private string? OutOfRange(string value, double number) =>
        number < Least || number > Most || (IsLeastExcluded && number == Least)
            ? $"{Name}={value} is out of range: {Range}{(IsTime ? " seconds" : "")}" : null;

    /// <summary>The allowed numbers in words.</summary>
    private string Range
    {
        get
        {
            var low = double.IsInfinity(Least) ? null : IsLeastExcluded ? $"above {Text(Least)}" : $"{Text(Least)} or more";
            var high = double.IsInfinity(Most) ? null : $"at most {Text(Most)}";
            return string.Join(", ", new[] { low, high }.Where(part => part is not null));
        }
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
