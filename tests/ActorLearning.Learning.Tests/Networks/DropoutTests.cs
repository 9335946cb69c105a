using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Tests.Networks;

public sealed class DropoutTests
{
    private const int Batch = 20;

    private static readonly Shape Shape = new(4, 10, 10);

    [Theory]
    [InlineData(.25)]
    [InlineData(.5)]
    [InlineData(.9)]
    public void A_share_of_values_is_zero_and_the_rest_is_scaled_up(double rate)
    {
        var layer = new DropoutLayer(Shape, rate);

        var outputs = Train(layer, Ones(), number: 1).Outputs;

        Assert.All(outputs, value => Assert.True(value == 0 || value == (float)(1 / (1 - rate))));
        Assert.Equal(rate, outputs.Count(value => value == 0) / (double)outputs.Length, .02);
    }

    [Fact]
    public void The_gradient_passes_where_the_values_passed()
    {
        var layer = new DropoutLayer(Shape, .25);
        var (outputs, memory) = Train(layer, Ones(), number: 1);
        var gradients = new float[outputs.Length];

        layer.Backward(
            new BackwardPass
            {
                Parameters = [], Inputs = Ones(), Outputs = outputs, OutputGradients = Ones(), Memory = memory,
                ParameterGradients = [], InputGradients = gradients, Batch = Batch,
            },
            new Scratch());

        Assert.Equal(outputs, gradients);
    }

    [Fact]
    public void What_is_dropped_is_a_function_of_the_stream()
    {
        var layer = new DropoutLayer(Shape, .25);

        Assert.Equal(Train(layer, Ones(), number: 1).Outputs, Train(layer, Ones(), number: 1).Outputs);
        Assert.NotEqual(Train(layer, Ones(), number: 1).Outputs, Train(layer, Ones(), number: 2).Outputs);
    }

    [Fact]
    public void Two_layers_do_not_drop_alike_and_a_model_in_use_drops_nothing()
    {
        var network = LayerNotation.Parse("D(0.5)-D(0.5)-L(3)-S", Shape, 3, [])!;
        var plain = LayerNotation.Parse("L(3)-S", Shape, 3, [])!;
        var parameters = Sample.Floats(network.Parameters, 1);
        var batch = new Batch(Sample.Floats(Shape.Size, 2), [1]);
        var gradient = new float[network.Parameters];

        network.LossAndGradient(parameters, batch, gradient, new Scratch(), random: Sample.Stream(3));

        // A weight has a gradient where its feature passed both layers: a quarter.
        Assert.Equal(.25, gradient[..Shape.Size].Count(g => g != 0) / (double)Shape.Size, .06);
        Assert.Equal(
            plain.Loss(parameters, batch, default, new Scratch()), network.Loss(parameters, batch, default, new Scratch()));
    }

    private static float[] Ones() => [.. Enumerable.Repeat(1f, Batch * Shape.Size)];

    private static (float[] Outputs, float[] Memory) Train(Layer layer, float[] inputs, int number)
    {
        var (outputs, memory) = (new float[inputs.Length], new float[layer.Remembers(Batch)]);
        var random = Sample.Stream(number);
        layer.Train(
            new ForwardPass { Parameters = [], Inputs = inputs, Outputs = outputs, Batch = Batch },
            new TrainingPass { Statistics = [], Memory = memory }, ref random, Sample.PoisonedScratch());
        return (outputs, memory);
    }
}
