using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Rules;

/// <summary>Weights that several rules give.</summary>
internal static class Shares
{
    /// <summary>Equal weights for the so many least values, ties to the lower index.</summary>
    public static void Least(ReadOnlySpan<double> values, int count, Span<double> weights, WeighingMemory memory)
    {
        var order = memory.Integers(values.Length);
        Nearest.Order(values, first: -1, order);
        foreach (var j in order[..count])
        {
            weights[j] = 1.0 / count;
        }
    }

    /// <summary>α for the own model, the rest in equal parts for the marked neighbours; all for the own where none is
    /// marked.</summary>
    public static void WithOwn(double alpha, ReadOnlySpan<int> marks, Span<double> weights)
    {
        var accepted = 0;
        foreach (var mark in marks[1..])
        {
            accepted += mark;
        }

        weights[0] = accepted == 0 ? 1 : alpha;
        for (var j = 1; j < marks.Length && accepted > 0; j++)
        {
            weights[j] = marks[j] * (1 - alpha) / accepted;
        }
    }

    /// <summary>
    /// Marks models that are all a finite distance apart: drops the one with the most infinite distances until none is left.
    /// </summary>
    /// <remarks>As long as f models are out of reach of an honest majority, exactly they go.</remarks>
    public static void MarkReachable(Geometry geometry, Span<int> marks)
    {
        marks.Fill(1);
        while (true)
        {
            var (worst, most) = (0, 0);
            for (var i = 0; i < marks.Length; i++)
            {
                var infinite = 0;
                for (var j = 0; j < marks.Length; j++)
                {
                    infinite += marks[i] * marks[j] == 1 && double.IsInfinity(geometry.Squared(i, j)) ? 1 : 0;
                }

                (worst, most) = infinite > most ? (i, infinite) : (worst, most);
            }

            if (most == 0)
            {
                return;
            }

            marks[worst] = 0;
        }
    }

    /// <summary>
    /// ½ wᵀDw, where Dw is filled in on the way: with weights that sum to 1, (Dw)ₖ − ½ wᵀDw = ‖Σ wⱼxⱼ − xₖ‖².
    /// </summary>
    public static double Spread(Geometry geometry, ReadOnlySpan<double> weights, Span<double> product)
    {
        var half = 0.0;
        for (var k = 0; k < weights.Length; k++)
        {
            product[k] = 0;
            for (var j = 0; j < weights.Length; j++)
            {
                product[k] += weights[j] == 0 ? 0 : weights[j] * geometry.Squared(k, j);
            }

            half += weights[k] == 0 ? 0 : 0.5 * weights[k] * product[k];
        }

        return half;
    }
}
