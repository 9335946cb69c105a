using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Tests.Networks;

public sealed class BatchNormalizationTests
{
    private const int Batch = 4;

    private static readonly Shape Shape = new(3, 5, 7);

    [Fact]
    public void In_training_a_channel_is_brought_to_its_own_mean_and_deviation()
    {
        var (layer, inputs) = (new BatchNormalizationLayer(Shape), Inputs());
        float[] parameters = [1.5f, -2, .5f, .1f, -3, 0];

        var outputs = Train(layer, parameters, inputs).Outputs;

        Sample.Close(Definition(Sample.Doubles(parameters), Sample.Doubles(inputs)), outputs, 1e-6, "outputs");
        for (var channel = 0; channel < Shape.Channels; channel++)
        {
            var values = Channel(Sample.Doubles(outputs), channel);
            Assert.Equal(parameters[3 + channel], values.Average(), 1e-5);
            var deviation = Math.Sqrt(values.Average(value => Math.Pow(value - values.Average(), 2)));
            Assert.Equal(Math.Abs(parameters[channel]), deviation, 1e-3);
        }
    }

    [Fact]
    public void Its_gradients_are_the_derivatives_of_its_plain_definition()
    {
        var (layer, inputs) = (new BatchNormalizationLayer(Shape), Inputs());
        float[] parameters = [1.5f, -2, .5f, .1f, -3, 0];
        var weights = Sample.Floats(inputs.Length, 3);
        var (outputs, memory, _) = Train(layer, parameters, inputs);
        var (parameterGradients, inputGradients) = (new float[6], new float[inputs.Length]);

        layer.Backward(
            new BackwardPass
            {
                Parameters = parameters, Inputs = inputs, Outputs = outputs, OutputGradients = weights, Memory = memory,
                ParameterGradients = parameterGradients, InputGradients = inputGradients, Batch = Batch,
            },
            Sample.PoisonedScratch());

        double Loss(double[] p, double[] x) => Definition(p, x).Zip(weights, (value, weight) => value * weight).Sum();
        var (p0, x0) = (Sample.Doubles(parameters), Sample.Doubles(inputs));
        Sample.Close(Naive.Gradient(p0, p => Loss(p, x0)), parameterGradients, 1e-5, "parameters");
        Sample.Close(Naive.Gradient(x0, x => Loss(p0, x)), inputGradients, 1e-5, "inputs");
    }

    [Fact]
    public void A_model_in_use_is_normalised_by_the_running_statistics_and_moves_nothing()
    {
        var layer = new BatchNormalizationLayer(new Shape(2, 1, 2));
        float[] outputs = new float[4], statistics = [1, 2, 4, 9];

        layer.Forward(
            new ForwardPass
            {
                Parameters = [2, 3, 10, 20], Inputs = [1, 3, 2, 5], Outputs = outputs, Batch = 1, Statistics = statistics,
            },
            new Scratch());

        Sample.Close([10, 12, 20, 23], outputs, 1e-5, "outputs");
        Assert.Equal([1, 2, 4, 9], statistics);
    }

    [Fact]
    public void Channels_far_from_zero_keep_their_digits()
    {
        var (layer, inputs) = (new BatchNormalizationLayer(Shape), Inputs());
        var far = inputs.Select(x => x + 1000).ToArray();

        var outputs = Train(layer, [1, 1, 1, 0, 0, 0], far).Outputs;

        Sample.Close(Definition([1, 1, 1, 0, 0, 0], Sample.Doubles(far)), outputs, 1e-3, "outputs");
    }

    [Fact]
    public void Loss_gradient_and_statistics_are_those_of_PyTorch()
    {
        // Worked out in float64 with Conv2d(2, 4, 3, padding=1), ReLU, BatchNorm2d(4), MaxPool2d(2), Linear(36, 3), nll_loss:
        // parameters .4 sin(.7i + .3), features 1.3 cos(.37k²), labels k mod 3; the second of two passes over one batch.
        var network = LayerNotation.Parse("C(4,kernel=3,padding=1)-R-B-M-L(3)-S", new Shape(2, 6, 6), 3, [])!;
        var parameters = Enumerable.Range(0, 195).Select(i => (float)(.4 * Math.Sin(.7 * i + .3))).ToArray();
        var features = Enumerable.Range(0, 360).Select(k => (float)(1.3 * Math.Cos(.37 * k * k))).ToArray();
        var batch = new Batch(features, [0, 1, 2, 0, 1]);
        var (gradient, statistics) = (new float[network.Parameters], new float[network.Statistics]);
        network.InitializeStatistics(statistics);

        network.LossAndGradient(parameters, batch, gradient, Sample.PoisonedScratch(), statistics);
        var loss = network.LossAndGradient(parameters, batch, gradient, Sample.PoisonedScratch(), statistics);

        Assert.Equal((195, 8), (network.Parameters, network.Statistics));
        Assert.Equal(1.0685942932178172, loss, 1e-6);
        Assert.Equal(0.013617669909181873, gradient.Select((g, i) => g * Math.Cos(i)).Sum(), 1e-5);
        Assert.Equal(0.21054502306766518, gradient.Sum(g => (double)g * g), 1e-5);
        Sample.Close(
            [0.08200655849850944, 0.1038265075791317, 0.1070430518263745, 0.08923838066034766,
             0.8708807547850032, 0.8860290520902688, 0.8879699478254692, 0.8758106591582526],
            statistics, 1e-6, "statistics");
        Assert.Equal(1.069650654905209, network.Loss(parameters, batch, default, new Scratch(), statistics), 1e-6);
    }

    [Fact]
    public void Statistics_of_another_length_are_refused()
    {
        var network = LayerNotation.Parse("B-L(3)-S", new Shape(2, 6, 6), 3, [])!;

        var thrown = Assert.Throws<ArgumentException>(() => network.Loss(
            new float[network.Parameters], new Batch(new float[72], [0]), default, new Scratch()));

        Assert.Contains("needs 4 running statistics, not 0", thrown.Message);
    }

    private static float[] Inputs() => Sample.Floats(Batch * Shape.Size, 2);

    private static (float[] Outputs, float[] Memory, float[] Statistics) Train(Layer layer, float[] parameters, float[] inputs)
    {
        var (outputs, memory) = (new float[inputs.Length], new float[layer.Remembers(Batch)]);
        var statistics = new float[layer.Statistics];
        var random = Sample.Stream(1);
        layer.Train(
            new ForwardPass { Parameters = parameters, Inputs = inputs, Outputs = outputs, Batch = Batch },
            new TrainingPass { Statistics = statistics, Memory = memory }, ref random, new Scratch());
        return (outputs, memory, statistics);
    }

    private static double[] Channel(double[] values, int channel) =>
        [.. values.Where((_, i) => i / (Shape.Height * Shape.Width) % Shape.Channels == channel)];

    private static double[] Definition(double[] parameters, double[] inputs)
    {
        var outputs = new double[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            var channel = i / (Shape.Height * Shape.Width) % Shape.Channels;
            var values = Channel(inputs, channel);
            var mean = values.Average();
            var variance = values.Average(value => (value - mean) * (value - mean));
            outputs[i] = parameters[channel] * (inputs[i] - mean) / Math.Sqrt(variance + 1e-5) + parameters[3 + channel];
        }

        return outputs;
    }
}
