using ActorLearning.Numerics;

namespace ActorLearning.Learning.Networks;

/// <summary>Log-softmax with the negative log-likelihood of the labels, S: mean over the batch.</summary>
public static class LogLikelihood
{
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
        var sum = 0.0;
        for (var row = 0; row < labels.Length; row++)
        {
            var line = scores.Slice(row * classes, classes);
            var target = gradient.Slice(row * classes, classes);
            var (_, normaliser) = Normaliser(line);
            sum += normaliser - line[labels[row]];
            for (var j = 0; j < classes; j++)
            {
                var share = Elementary.Exp(line[j] - normaliser);
                target[j] = (float)((share - (j == labels[row] ? 1 : 0)) / labels.Length);
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
        foreach (var score in scores)
        {
            sum += Elementary.Exp((double)score - scores[best]);
        }

        return (best, scores[best] + Elementary.Log(sum));
    }
}
