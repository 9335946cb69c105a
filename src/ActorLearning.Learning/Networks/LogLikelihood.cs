using System.Buffers;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Networks;

/// <summary>Log-softmax with the negative log-likelihood of the labels, S: mean over the batch.</summary>
/// <remarks>The exponentials of a whole batch are taken at once, several in a register; every sum runs along one row.</remarks>
public static class LogLikelihood
{
    /// <summary>
    /// Mean loss of a batch of scores; predictions (where given) are the greatest scores, ties to the lowest label.
    /// </summary>
    public static float Loss(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int classes, Span<int> predictions)
    {
        var room = ArrayPool<double>.Shared.Rent(labels.Length * (classes + 1));
        var normalisers = room.AsSpan(labels.Length * classes, labels.Length);
        Normalise(scores, classes, room.AsSpan(0, labels.Length * classes), normalisers, predictions);
        var loss = Mean(scores, labels, classes, normalisers);
        ArrayPool<double>.Shared.Return(room);
        return loss;
    }

    /// <summary>Mean loss, and its gradient with respect to the scores: (softmax − onehot) / batch.</summary>
    public static float LossAndGradient(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int classes, Span<float> gradient)
    {
        var room = ArrayPool<double>.Shared.Rent(labels.Length * (classes + 1));
        var shares = room.AsSpan(0, labels.Length * classes);
        var normalisers = room.AsSpan(labels.Length * classes, labels.Length);
        Normalise(scores, classes, shares, normalisers, predictions: default);
        for (var row = 0; row < labels.Length; row++)
        {
            Subtract(scores.Slice(row * classes, classes), normalisers[row], shares.Slice(row * classes, classes));
        }

        Elementary.Exp(shares);
        for (var row = 0; row < labels.Length; row++)
        {
            shares[row * classes + labels[row]] -= 1;
        }

        for (var i = 0; i < shares.Length; i++)
        {
            gradient[i] = (float)(shares[i] / labels.Length);
        }

        var loss = Mean(scores, labels, classes, normalisers);
        ArrayPool<double>.Shared.Return(room);
        return loss;
    }

    /// <summary>ln Σ exp(score) of each row; its greatest score's index where predictions are wanted.</summary>
    private static void Normalise(
        ReadOnlySpan<float> scores, int classes, Span<double> exponentials, Span<double> normalisers, Span<int> predictions)
    {
        for (var row = 0; row < normalisers.Length; row++)
        {
            var line = scores.Slice(row * classes, classes);
            var best = Best(line);
            normalisers[row] = line[best];
            Subtract(line, line[best], exponentials.Slice(row * classes, classes));
            if (!predictions.IsEmpty)
            {
                predictions[row] = best;
            }
        }

        Elementary.Exp(exponentials);
        for (var row = 0; row < normalisers.Length; row++)
        {
            var sum = 0.0;
            foreach (var exponential in exponentials.Slice(row * classes, classes))
            {
                sum += exponential;
            }

            normalisers[row] += Elementary.Log(sum);
        }
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var j = 1; j < scores.Length; j++)
        {
            best = scores[j] > scores[best] ? j : best;
        }

        return best;
    }

    private static float Mean(
        ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, int classes, ReadOnlySpan<double> normalisers)
    {
        var sum = 0.0;
        for (var row = 0; row < labels.Length; row++)
        {
            sum += normalisers[row] - scores[row * classes + labels[row]];
        }

        return (float)(sum / labels.Length);
    }

    private static void Subtract(ReadOnlySpan<float> scores, double shift, Span<double> result)
    {
        for (var j = 0; j < scores.Length; j++)
        {
            result[j] = scores[j] - shift;
        }
    }
}
