using ActorLearning.Learning.Networks;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Tests.Networks;

public sealed class LayerEdgeTests
{
    [Fact]
    public void Of_equal_greatest_values_the_first_gets_the_gradient()
    {
        var layer = new MaxPoolLayer(new Shape(1, 2, 4));
        float[] inputs = [3, 3, 1, 2, 3, 3, 2, 2];

        var gradients = Backward(layer, inputs, outputGradients: [5, 7]);

        Assert.Equal([5, 0, 0, 7, 0, 0, 0, 0], gradients);
    }

    [Fact]
    public void A_last_odd_row_and_column_is_left_out_and_gets_no_gradient()
    {
        var layer = new MaxPoolLayer(new Shape(1, 3, 3));
        float[] inputs = [1, 2, 99, 3, 4, 99, 99, 99, 99];

        var gradients = Backward(layer, inputs, outputGradients: [5]);

        Assert.Equal([0, 0, 0, 0, 5, 0, 0, 0, 0], gradients);
    }

    [Fact]
    public void The_gradient_of_a_rectifier_at_zero_is_zero()
    {
        var layer = new RectifierLayer(new Shape(4, 1, 1));

        var gradients = Backward(layer, inputs: [0, -0f, -1, 2], outputGradients: [5, 6, 7, 8]);

        Assert.Equal([0, 0, 0, 8], gradients);
    }

    private static float[] Backward(Layer layer, float[] inputs, float[] outputGradients)
    {
        var outputs = new float[layer.Output.Size];
        layer.Forward(new ForwardPass { Parameters = [], Inputs = inputs, Outputs = outputs, Batch = 1 }, new Scratch());
        var gradients = new float[inputs.Length];
        Array.Fill(gradients, float.NaN);
        var pass = new BackwardPass
        {
            Parameters = [],
            Inputs = inputs,
            Outputs = outputs,
            OutputGradients = outputGradients,
            ParameterGradients = [],
            InputGradients = gradients,
            Batch = 1,
        };
        layer.Backward(pass, new Scratch());
        return gradients;
    }
}
