using System.Globalization;

namespace ActorLearning.Scenarios.Faults;

/// <summary>Learners by number, or a random share of all: <c>7</c>, <c>0..9</c>, <c>30%</c>.</summary>
/// <param name="First">The first number; −1 is the coordinator.</param>
/// <param name="Last">The last one.</param>
/// <param name="Share">A random share of all learners instead, 0 … 1; null where numbers are given.</param>
public readonly record struct LearnerPart(int First, int Last, double? Share = null)
{
    /// <summary>The number that stands for the coordinator where learners are numbered.</summary>
    public const int Coordinator = -1;

    /// <summary>Whether a learner is one of the numbers.</summary>
    public bool Includes(int learner) => Share is null && learner >= First && learner <= Last;

    /// <summary>Reads <c>7</c>, <c>0..9</c> or <c>30%</c>; null for anything else.</summary>
    public static LearnerPart? Parse(string text)
    {
        const NumberStyles Digits = NumberStyles.None;
        var culture = CultureInfo.InvariantCulture;
        if (text.EndsWith('%'))
        {
            var isNumber = double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, culture, out var percent);
            return isNumber && percent is > 0 and <= 100 ? new LearnerPart(0, 0, percent / 100) : null;
        }

        var ends = text.Split("..");
        return ends.Length <= 2 && int.TryParse(ends[0], Digits, culture, out var first)
            && int.TryParse(ends[^1], Digits, culture, out var last) && first <= last ? new LearnerPart(first, last) : null;
    }
}
