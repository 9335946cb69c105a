using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Attacks;

/// <summary>
/// <c>spectral(factor)</c>: xᵢ + factor · sign(eᵢ) · Xᵀe with e the Fiedler vector: drives the sides apart that mix slowest.
/// </summary>
/// <remarks>
/// Gaucher et al. 2025. On a graph e is that of what is left of it for the honest learners, and X are all their models. Off a
/// graph all weights are equal, and every vector orthogonal to 1 is a Fiedler vector: the one of them is taken along which the
/// models (the victim's and the honest ones it pulls) differ most, the top eigenvector of their centred Gram matrix.
/// The lie does not depend on the sign of e; a victim with eᵢ = 0 counts as positive.
/// </remarks>
public sealed class SpectralAttack(double factor) : IAttack
{
    private const int Iterations = 500;

    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge =>
        AdversaryKnowledge.VictimPulls | AdversaryKnowledge.VictimModel | AdversaryKnowledge.HonestGraph;

    /// <inheritdoc/>
    public bool IsShared => true;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        view.VictimModel.CopyTo(forged);
        if (!view.FiedlerVector.IsEmpty)
        {
            AddModes(view.Honest, view.FiedlerVector, view.VictimEntry, forged);
            return Answer.Model;
        }

        var models = new float[view.Honest.Length + 1][];
        models[0] = view.VictimModel.ToArray();
        view.Honest.CopyTo(models.AsSpan(1));
        var vector = TopVector(Centred(models), models.Length);
        AddModes(models, vector, vector[0], forged);
        return Answer.Model;
    }

    private void AddModes(ReadOnlySpan<float[]> models, ReadOnlySpan<double> vector, double victims, Span<float> forged)
    {
        var side = victims < 0 ? -factor : factor;
        for (var j = 0; j < models.Length; j++)
        {
            Vectors.AddScaled((float)(side * vector[j]), models[j], forged);
        }
    }

    /// <summary>−½ J D J of the squared distances D: the Gram matrix of the models around their mean.</summary>
    private static double[] Centred(float[][] models)
    {
        var count = models.Length;
        var gram = new double[count * count];
        Distances.AllSquared(models, gram);
        var means = new double[count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                means[i] += gram[i * count + j] / count;
            }
        }

        var total = 0.0;
        foreach (var mean in means)
        {
            total += mean / count;
        }

        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                gram[i * count + j] = -.5 * (gram[i * count + j] - means[i] - means[j] + total);
            }
        }

        return gram;
    }

    /// <summary>Power iteration from the row of the model furthest from the mean; zeros where all models are equal.</summary>
    private static double[] TopVector(double[] gram, int count)
    {
        var start = 0;
        for (var i = 1; i < count; i++)
        {
            start = gram[i * count + i] > gram[start * count + start] ? i : start;
        }

        var (vector, next) = (gram.AsSpan(start * count, count).ToArray(), new double[count]);
        for (var step = 0; step < Iterations && Normalise(vector); step++)
        {
            for (var i = 0; i < count; i++)
            {
                next[i] = 0;
                for (var j = 0; j < count; j++)
                {
                    next[i] += gram[i * count + j] * vector[j];
                }
            }

            (vector, next) = (next, vector);
        }

        Normalise(vector);
        return vector;
    }

    private static bool Normalise(double[] vector)
    {
        var square = 0.0;
        foreach (var value in vector)
        {
            square += value * value;
        }

        var norm = Math.Sqrt(square);
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = norm > 0 ? vector[i] / norm : 0;
        }

        return norm > 0;
    }
}
