using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary><c>smallest-maximum-eigenvalue-averaging</c>: mean of the m − f models whose covariance has the least largest
/// eigenvalue.</summary>
/// <remarks>Allouah et al. 2023. Exact: the eigenvalues are those of the centred Gram matrix of each choice of models, so it
/// refuses more than 20,000 choices. Ties go to the first in lexicographic order. Needs 2f + 1 models.</remarks>
public sealed class SmallestMaximumEigenvalueAveragingRule : WeighingRule
{
    /// <summary>The most choices it looks at.</summary>
    public const long MostSubsets = 20_000;

    /// <inheritdoc/>
    public override string? Refusal(int models, int byzantine) =>
        Subsets.Refusal("smallest-maximum-eigenvalue-averaging", models, byzantine, MostSubsets);

    /// <inheritdoc/>
    protected internal override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var size = context.Count - context.Byzantine;
        var subset = context.Memory.Integers(size);
        var best = context.Memory.Integers(size);
        var shares = context.Memory.Doubles(size);
        var gram = context.Memory.Doubles(size * size);
        shares.Fill(1.0 / size);
        var least = double.PositiveInfinity;
        Subsets.First(subset);
        subset.CopyTo(best);
        do
        {
            if (CentredGram.Fill(context.Geometry, subset, shares, gram) && Eigenvalues.Largest(gram, size) is var largest
                && largest < least)
            {
                least = largest;
                subset.CopyTo(best);
            }
        }
        while (Subsets.Next(subset, context.Count));

        foreach (var j in best)
        {
            weights[j] = 1.0 / size;
        }
    }
}
