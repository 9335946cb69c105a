namespace ActorLearning.Reporting.Comparisons;

/// <summary>One measurement of several runs.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Values">A value a run; null where it was not measured.</param>
/// <param name="IsMoreBetter">Whether larger is better; null where neither is.</param>
public sealed record Metric(string Name, IReadOnlyList<double?> Values, bool? IsMoreBetter)
{
    /// <summary>A run's value, and how far it is from the first run's.</summary>
    public string Text(int run)
    {
        var (value, first) = (Values[run], Values[0]);
        if (run == 0 || value is null || first is null)
        {
            return Figures.Of(value);
        }

        var difference = Figures.Rounded(value.Value - first.Value);
        return $"{Figures.Of(value)} ({(difference > 0 ? "+" : "")}{(difference == 0 ? "=" : Figures.Of(difference))})";
    }

    /// <summary>Whether a run is better than the first: 1, worse: −1, or neither: 0.</summary>
    public int Sign(int run) => IsMoreBetter is { } isMore && Values[run] is { } value && Values[0] is { } first
        ? Math.Sign(value.CompareTo(first)) * (isMore ? 1 : -1) : 0;
}
