using ActorLearning.Learning.Data;
using ActorLearning.Learning.Networks;
using ActorLearning.Numerics;

namespace ActorLearning.Experiments.Tests;

/// <summary>A run on the real MNIST that takes a fraction of a second, as text and in code; and data of its own.</summary>
internal static class Tiny
{
    public const string Text = """
        name: experiment
        seed: 1
        learners: 5
        byzantine: { count: 1, attack: sign-flip }
        data: { set: mnist, split: iid }
        model: softmax-regression
        training: { batch: 10, rate: 0.1 }
        exchange: { peers: pull(3), assumedByzantine: 1 }
        aggregation: trimmed-mean
        rounds: 3
        evaluate: { every: 1, images: 100 }

        """;

    public static Experiment InCode() => new()
    {
        ["learners"] = 5,
        ["byzantine.count"] = 1,
        ["byzantine.attack"] = "sign-flip",
        ["model"] = "softmax-regression",
        ["training.batch"] = 10,
        ["training.rate"] = 0.1,
        ["exchange.peers"] = "pull(3)",
        ["exchange.assumedByzantine"] = 1,
        ["aggregation"] = "trimmed-mean",
        ["rounds"] = 3,
        ["evaluate.every"] = 1,
        ["evaluate.images"] = 100,
    };

    /// <summary>Three clouds in the plane that a line can tell apart.</summary>
    public static DataSet Clouds(int training = 300, int test = 90) =>
        new("clouds", new Shape(2, 1, 1), 3, Draw(training, seed: 1), Draw(test, seed: 2));

    private static TableSamples Draw(int count, ulong seed)
    {
        var random = new RandomStream(seed, StreamPurpose.Start);
        var values = new float[2 * count];
        var labels = new byte[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = (byte)(i % 3);
            values[2 * i] = (labels[i] - 1) * 4 + (float)random.NextNormal();
            values[2 * i + 1] = (labels[i] == 1 ? 4 : 0) + (float)random.NextNormal();
        }

        return new TableSamples(values, labels);
    }
}
