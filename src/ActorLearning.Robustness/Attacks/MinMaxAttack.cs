using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Attacks;

/// <summary>
/// <c>min-max(direction)</c>: μ + γ·dev with the largest γ for which the lie is no further from any honest model than two honest
/// models are from each other.
/// </summary>
/// <remarks>
/// Shejwalkar and Houmansadr 2021. ‖μ + γ·dev − xᵢ‖² is a square function of γ, measured once for each model in double, so that
/// the bisection looks at no coordinate. Of one honest model the diameter is 0 and so is γ.
/// </remarks>
public sealed class MinMaxAttack(DeviationDirection direction) : IAttack
{
    private const double Largest = 1e30;

    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.VictimPulls;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        var honest = view.Honest;
        CoordinateStatistics.Combine(honest, scale: 1, factor: 0, forged);
        var mean = forged.ToArray();
        var deviation = Deviation(honest, mean);
        var diameter = 0.0;
        for (var i = 0; i < honest.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                diameter = Math.Max(diameter, Distances.Squared(honest[i], honest[j]));
            }
        }

        var parts = new (double Constant, double Linear)[honest.Length];
        for (var i = 0; i < honest.Length; i++)
        {
            parts[i] = (Distances.Squared(mean, honest[i]), 2 * ProductWithDifference(deviation, mean, honest[i]));
        }

        var factor = LargestFactor(parts, Distances.SquaredNorm(deviation), diameter);
        Vectors.AddScaled((float)factor, deviation, forged);
        return Answer.Model;
    }

    private float[] Deviation(ReadOnlySpan<float[]> honest, float[] mean)
    {
        var deviation = new float[mean.Length];
        if (direction == DeviationDirection.Deviation)
        {
            CoordinateStatistics.Combine(honest, scale: 1, factor: -1, deviation); // μ − σ
            Vectors.AddScaled(-1, mean, deviation);
            return deviation;
        }

        var norm = Math.Sqrt(Distances.SquaredNorm(mean));
        for (var k = 0; k < mean.Length; k++)
        {
            deviation[k] = direction == DeviationDirection.Sign ? -Math.Sign(mean[k]) : norm > 0 ? (float)(-mean[k] / norm) : 0;
        }

        return deviation;
    }

    private static double ProductWithDifference(float[] deviation, float[] mean, float[] model)
    {
        var sum = 0.0;
        for (var k = 0; k < mean.Length; k++)
        {
            sum += (double)deviation[k] * ((double)mean[k] - model[k]);
        }

        return sum;
    }

    private static double LargestFactor((double Constant, double Linear)[] parts, double square, double diameter)
    {
        bool IsNear(double factor) =>
            Array.TrueForAll(parts, part => part.Constant + factor * (part.Linear + factor * square) <= diameter);

        var (low, high) = (0.0, 1.0);
        while (square > 0 && high < Largest && IsNear(high))
        {
            (low, high) = (high, high * 2);
        }

        while (square > 0 && low + (high - low) / 2 is var middle && middle > low && middle < high)
        {
            (low, high) = IsNear(middle) ? (middle, high) : (low, middle);
        }

        return low;
    }
}
