using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Rules;

namespace ActorLearning.Robustness.Tests.Laws;

/// <summary>A rule beside its definition.</summary>
/// <param name="Name">As scenarios call it.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Definition">All right answers for models and the assumed number of Byzantine ones.</param>
/// <param name="Least">The fewest models it works on, for an assumed number of Byzantine ones.</param>
/// <param name="Kappa">κ of its (f, κ)-robustness for m models and f Byzantine ones; null where no bound is claimed.</param>
internal sealed record RuleCase(
    string Name, AggregationRule Rule, Func<double[][], int, double[][]> Definition, Func<int, int> Least,
    Func<int, int, double>? Kappa = null)
{
    /// <summary>Every rule runs the shared laws, alone and behind every mixing step, once it stands here.</summary>
    public static readonly IReadOnlyList<RuleCase> All =
    [
        new("mean", new MeanRule(), Definitions.Mean, _ => 1),
        new("median", new MedianRule(), Definitions.Median, f => 2 * f + 1, (m, f) => 4 * Square(1 + Ratio(m, f))),
        new("trimmed-mean", new TrimmedMeanRule(), Definitions.TrimmedMean, f => 2 * f + 1,
            (m, f) => 6 * Ratio(m, f) * (1 + Ratio(m, f))),
        new("krum", new KrumRule(), (models, f) => Definitions.Krum(models, f, models.Length - f - 2),
            f => Math.Max(2 * f + 1, f + 3)),
        new("krum(neighbours=m-f-1)", new KrumRule(publishedNeighbours: false),
            (models, f) => Definitions.Krum(models, f, models.Length - f - 1), f => Math.Max(2 * f + 1, f + 2)),
    ];

    private static double Ratio(int models, int byzantine) => (double)byzantine / (models - 2 * byzantine);

    private static double Square(double x) => x * x;
}
