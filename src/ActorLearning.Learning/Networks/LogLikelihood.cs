using ActorLearning.Numerics;

namespace ActorLearning.Learning.Networks;

/// <summary>Log-softmax with the negative log-likelihood of the labels, S: mean over the batch.</summary>
public static class LogLikelihood
{
    private const int Chunk = 64;

    /// <summary>
    /// Mean loss of a batch of scores; predictions (where given) are the greatest scores, ties to the lowest label.
    /// </summary>
    public static float Loss(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int classes, Span<int> predictions)
    {
        var sum = 0.0;
        for (var row = 0; row < labels.Length; row++)
        {
            var line = scores.Slice(row * classes, classes);
            var (best, normaliser) = Normaliser(line);
            sum += normaliser - line[labels[row]];
            if (!predictions.IsEmpty)
            {
                predictions[row] = best;
            }
        }

        return (float)(sum / labels.Length);
    }

    /// <summary>Mean loss, and its gradient with respect to the scores: (softmax − onehot) / batch.</summary>
    public static float LossAndGradient(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int classes, Span<float> gradient)
    {
        Span<double> shares = stackalloc double[Chunk];
        var sum = 0.0;
        for (var row = 0; row < labels.Length; row++)
        {
            var line = scores.Slice(row * classes, classes);
            var target = gradient.Slice(row * classes, classes);
            var (_, normaliser) = Normaliser(line);
            sum += normaliser - line[labels[row]];
            for (var start = 0; start < classes; start += Chunk)
            {
                var part = shares[..Math.Min(Chunk, classes - start)];
                Exponentials(line.Slice(start, part.Length), normaliser, part);
                for (var j = 0; j < part.Length; j++)
                {
                    target[start + j] = (float)((part[j] - (start + j == labels[row] ? 1 : 0)) / labels.Length);
                }
            }
        }

        return (float)(sum / labels.Length);
    }

    /// <summary>The greatest score's index, and ln Σ exp(score).</summary>
    private static (int Best, double LogSum) Normaliser(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var j = 1; j < scores.Length; j++)
        {
            best = scores[j] > scores[best] ? j : best;
        }

        var sum = 0.0;
        Span<double> exponentials = stackalloc double[Chunk];
        for (var start = 0; start < scores.Length; start += Chunk)
        {
            var part = exponentials[..Math.Min(Chunk, scores.Length - start)];
            Exponentials(scores.Slice(start, part.Length), scores[best], part);
            foreach (var exponential in part)
            {
                sum += exponential;
            }
        }

        return (best, scores[best] + Elementary.Log(sum));
    }

    /// <summary>exp(score − shift) of each.</summary>
    private static void Exponentials(ReadOnlySpan<float> scores, double shift, Span<double> result)
    {
        for (var j = 0; j < scores.Length; j++)
        {
            result[j] = scores[j] - shift;
        }

        Elementary.Exp(result);
    }
}
