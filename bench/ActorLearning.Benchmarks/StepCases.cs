using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Learning.Training;
using ActorLearning.Numerics;

namespace ActorLearning.Benchmarks;

/// <summary>One training step, or one forward pass, of each model.</summary>
public static class StepCases
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Case> All(bool isTiny)
    {
        foreach (var model in StepModel.All(isTiny))
        {
            yield return new(
                $"step {model.Name} batch {model.Batch}", model.Wanted, () => Step(model.Layers, model.Batch, model.Shape));
        }

        var images = isTiny ? 7 : 1000;
        yield return new($"forward mnist-cnn {images} images", 3.5, () => Forward(StepModel.MnistCnn, images));
    }

    private static (Network Network, float[] Model, float[] Features, int[] Labels) Make(string layers, int batch, Shape shape)
    {
        var network = LayerNotation.Parse(layers, shape, 10, [])!;
        var random = new RandomStream(1, new StreamPurpose("benchmark"));
        var model = new float[network.Parameters];
        network.Initialize(model, random);
        var features = new float[batch * network.Features];
        foreach (ref var value in features.AsSpan())
        {
            value = random.NextFloat();
        }

        return (network, model, features, [.. Enumerable.Range(0, batch).Select(_ => random.NextBelow(10))]);
    }

    private static Action Step(string layers, int batch, Shape shape)
    {
        var (network, model, features, labels) = Make(layers, batch, shape);
        var (state, gradient, scratch) = (LocalTraining.CreateState(network), new float[model.Length], new Scratch());
        var step = 0;
        return () =>
        {
            network.LossAndGradient(
                model, new Batch(features, labels), gradient, scratch, state.AsSpan(model.Length),
                new RandomStream(1, StreamPurpose.Dropout, round: step++));
            Vectors.MomentumStep(model, state.AsSpan(0, model.Length), gradient, momentum: .9f, rate: .01f, decay: 0);
        };
    }

    private static Action Forward(string layers, int images)
    {
        var (network, model, features, labels) = Make(layers, images, StepModel.Mnist);
        var scratch = new Scratch();
        var predictions = new int[images];
        const int batch = 50;
        return () =>
        {
            for (var start = 0; start < images; start += batch)
            {
                var count = Math.Min(batch, images - start);
                var part = new Batch(
                    features.AsSpan(start * network.Features, count * network.Features), labels.AsSpan(start, count));
                network.Loss(model, part, predictions.AsSpan(start, count), scratch);
            }
        };
    }
}
