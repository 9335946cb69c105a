namespace ActorLearning.Robustness.Aggregation;

/// <summary>The last step of a pipeline: many models to one.</summary>
/// <remarks>A rule is a <see cref="CoordinateRule"/> or a <see cref="WeighingRule"/>, immutable and shared by all
/// threads.</remarks>
public abstract class AggregationRule
{
    private protected AggregationRule()
    {
    }

    /// <summary>Why this many models with this many Byzantine ones among them cannot be aggregated; null if they can.</summary>
    public abstract string? Refusal(int models, int byzantine);

    /// <summary>
    /// κ of its (f, κ)-robustness: for each set U of m − f models the result is no farther from their mean than κ times their
    /// mean squared distance from it, all squared. Null where no such constant is known.
    /// </summary>
    /// <remarks>Allouah et al. 2023. A law of the test suite holds every rule to what it says here.</remarks>
    public virtual double? Kappa(int models, int byzantine) => null;

    /// <summary>f/(m − 2f), of which the published constants are made.</summary>
    private protected static double Ratio(int models, int byzantine) => (double)byzantine / (models - 2 * byzantine);

    /// <summary>The refusal of a rule that needs so many models.</summary>
    protected static string? TooFew(string rule, int models, int byzantine, int need) => models >= need
        ? null
        : $"{rule} with {byzantine} assumed Byzantine needs {need} models and gets {models}";

    /// <summary>The refusal of rules that need more honest models than Byzantine ones.</summary>
    private protected static string? MajorityRefusal(int models, int byzantine) => models > 2 * byzantine
        ? null
        : $"with {byzantine} assumed Byzantine needs {2 * byzantine + 1} models and gets {models}";
}
