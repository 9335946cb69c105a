using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Tests.Networks;

/// <summary>Whole networks against their plain definition: softmax regression, a multi-layer perceptron, a small CNN.</summary>
public sealed class NetworkTests
{
    private const int BatchSize = 4;

    private static readonly Dictionary<string, LayerCase[]> Stacks = new()
    {
        ["softmax regression"] = [LayerCase.Dense(new Shape(6, 1, 1), 4)],
        ["perceptron"] =
        [
            LayerCase.Dense(new Shape(5, 1, 1), 7), LayerCase.Rectifier(new Shape(7, 1, 1)),
            LayerCase.Dense(new Shape(7, 1, 1), 6), LayerCase.Rectifier(new Shape(6, 1, 1)),
            LayerCase.Dense(new Shape(6, 1, 1), 3),
        ],
        ["cnn"] =
        [
            LayerCase.Convolution(new Shape(1, 10, 9), 3, kernel: 3), LayerCase.Rectifier(new Shape(3, 8, 7)),
            LayerCase.MaxPool(new Shape(3, 8, 7)),
            LayerCase.Convolution(new Shape(3, 4, 3), 2, kernel: 3, padding: 1), LayerCase.Rectifier(new Shape(2, 4, 3)),
            LayerCase.MaxPool(new Shape(2, 4, 3)),
            LayerCase.Dense(new Shape(2, 2, 1), 5), LayerCase.Rectifier(new Shape(5, 1, 1)),
            LayerCase.Dense(new Shape(5, 1, 1), 4),
        ],
    };

    public static TheoryData<string> Names => [.. Stacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_networks_gradient_is_the_derivative_of_its_plain_definition(string name)
    {
        var (network, parameters, features, labels) = Make(name);
        var gradient = new float[network.Parameters];
        Array.Fill(gradient, float.NaN);

        var loss = network.LossAndGradient(parameters, new Batch(features, labels), gradient, Sample.PoisonedScratch());

        double Definition(double[] p) => DefinedLoss(Stacks[name], p, features, labels);
        var at = Sample.Doubles(parameters);
        Assert.Equal(Definition(at), loss, 1e-5);
        Sample.Close(Naive.Gradient(at, Definition), gradient, 1e-5, name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_loss_with_and_without_gradient_has_the_same_bits(string name)
    {
        var (network, parameters, features, labels) = Make(name);
        var batch = new Batch(features, labels);

        var alone = network.Loss(parameters, batch, default, Sample.PoisonedScratch());
        var beside = network.LossAndGradient(parameters, batch, new float[network.Parameters], new Scratch());

        Assert.Equal(alone, beside);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_batch_has_the_mean_loss_and_gradient_and_the_predictions_of_its_examples(string name)
    {
        var (network, parameters, features, labels) = Make(name);
        var (gradient, predictions) = (new float[network.Parameters], new int[BatchSize]);
        var scratch = new Scratch();

        var loss = network.LossAndGradient(parameters, new Batch(features, labels), gradient, scratch);
        network.Loss(parameters, new Batch(features, labels), predictions, scratch);

        var (meanLoss, meanGradient) = (0.0, new double[network.Parameters]);
        for (var row = 0; row < BatchSize; row++)
        {
            var one = new Batch(features.AsSpan(row * network.Features, network.Features), labels.AsSpan(row, 1));
            var (part, prediction) = (new float[network.Parameters], new int[1]);
            meanLoss += network.LossAndGradient(parameters, one, part, scratch) / BatchSize;
            network.Loss(parameters, one, prediction, scratch);
            meanGradient = [.. meanGradient.Zip(part, (sum, value) => sum + (double)value / BatchSize)];
            Assert.Equal(prediction[0], predictions[row]);
        }

        Assert.Equal(meanLoss, loss, 1e-6);
        Sample.Close(meanGradient, gradient, 1e-6, name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_start_vector_is_a_function_of_its_stream(string name)
    {
        var network = Make(name).Network;
        var (first, again, other) = (
            new float[network.Parameters], new float[network.Parameters], new float[network.Parameters]);

        network.Initialize(first, Sample.Stream(1));
        network.Initialize(again, Sample.Stream(1));
        network.Initialize(other, Sample.Stream(2));

        Sample.SameBits(first, again, name);
        Assert.NotEqual(first, other);
        Assert.Equal(first.Length, first.Distinct().Count());
    }

    [Fact]
    public void Layers_of_one_shape_do_not_start_alike()
    {
        var network = new Network("twins", [new DenseLayer(new Shape(4, 1, 1), 4), new DenseLayer(new Shape(4, 1, 1), 4)]);
        var start = new float[network.Parameters];

        network.Initialize(start, Sample.Stream(1));

        Assert.Empty(start[..20].Intersect(start[20..]));
    }

    [Fact]
    public void A_batch_whose_features_do_not_fit_is_refused()
    {
        var network = Make("perceptron").Network;

        var thrown = Assert.Throws<ArgumentException>(() => network.Loss(
            new float[network.Parameters], new Batch(new float[9], [0, 1]), default, new Scratch()));

        Assert.Contains("needs 10 features, not 9", thrown.Message, StringComparison.Ordinal);
    }

    private static (Network Network, float[] Parameters, float[] Features, int[] Labels) Make(string name)
    {
        var network = new Network(name, Stacks[name].Select(layer => layer.Layer));
        return (network, Sample.Floats(network.Parameters, 1), Sample.Floats(BatchSize * network.Features, 2),
            Sample.Labels(BatchSize, network.Classes, 3));
    }

    private static double DefinedLoss(LayerCase[] stack, double[] parameters, float[] features, int[] labels)
    {
        var rows = Sample.Doubles(features).Chunk(stack[0].Layer.Input.Size);
        var start = 0;
        foreach (var (_, layer, definition) in stack)
        {
            var own = parameters[start..(start + layer.Parameters)];
            rows = rows.Select(row => definition(own, row)).ToArray();
            start += layer.Parameters;
        }

        return rows.Zip(labels, Naive.Loss).Average();
    }
}
