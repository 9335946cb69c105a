using ActorLearning.Learning.Networks;

namespace ActorLearning.Learning.Tests.Networks;

/// <summary>What every layer owes, whatever it computes.</summary>
public sealed class LayerLawTests
{
    private const int Batch = 3;

    public static TheoryData<string> Layers => LayerCase.Names;

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layers_tensors_make_up_its_parameters(string name)
    {
        var layer = LayerCase.Of(name).Layer;

        Assert.Equal(layer.Parameters, layer.Tensors.Sum(tensor => tensor.Size));
        Assert.Equal(layer.Tensors.Count, layer.Tensors.Select(tensor => tensor.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layers_outputs_are_those_of_its_plain_definition(string name)
    {
        var (layer, parameters, inputs) = Make(name);

        var outputs = Forward(layer, parameters, inputs, Batch);

        var expected = Rows(inputs, layer.Input.Size)
            .SelectMany(row => LayerCase.Of(name).Definition(Sample.Doubles(parameters), row));
        Sample.Close([.. expected], outputs, 1e-6, name);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layers_gradients_are_the_derivatives_of_its_plain_definition(string name)
    {
        var (layer, parameters, inputs) = Make(name);
        var definition = LayerCase.Of(name).Definition;
        var weights = Sample.Floats(Batch * layer.Output.Size, 3);
        var rows = Rows(weights, layer.Output.Size);

        var (parameterGradients, inputGradients) = Backward(layer, parameters, inputs, weights);

        double Loss(double[] p, double[] x) => rows.Zip(
            x.Chunk(layer.Input.Size), (weight, row) => weight.Zip(definition(p, row), (a, b) => a * b).Sum()).Sum();
        var (p0, x0) = (Sample.Doubles(parameters), Sample.Doubles(inputs));
        Sample.Close(Naive.Gradient(p0, p => Loss(p, x0)), parameterGradients, 2e-6, $"{name}, parameters");
        Sample.Close(Naive.Gradient(x0, x => Loss(p0, x)), inputGradients, 2e-6, $"{name}, inputs");
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void The_first_layer_of_a_network_gets_its_parameter_gradients_without_those_of_its_inputs(string name)
    {
        var (layer, parameters, inputs) = Make(name);
        var weights = Sample.Floats(Batch * layer.Output.Size, 3);

        var (all, _) = Backward(layer, parameters, inputs, weights);
        var (alone, _) = Backward(layer, parameters, inputs, weights, wantsInputs: false);

        Sample.SameBits(all, alone, name);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_batch_gives_the_same_bits_as_its_examples_one_by_one(string name)
    {
        var layer = LayerCase.Of(name).Layer;
        var parameters = Sample.Floats(layer.Parameters, 4);
        foreach (var batch in new[] { 2, 5, 25, 64 })
        {
            var inputs = Sample.Floats(batch * layer.Input.Size, batch);

            var together = Forward(layer, parameters, inputs, batch);

            var apart = inputs.Chunk(layer.Input.Size).SelectMany(row => Forward(layer, parameters, row, batch: 1));
            Sample.SameBits(apart.ToArray(), together, $"{name}, batch {batch}");
        }
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Start_parameters_are_small_and_not_all_equal(string name)
    {
        var layer = LayerCase.Of(name).Layer;
        var parameters = new float[layer.Parameters];
        Array.Fill(parameters, float.NaN);
        var random = Sample.Stream(5);

        layer.Initialize(parameters, ref random);

        Assert.All(parameters, value => Assert.InRange(value, -1, 1));
        Assert.Equal(parameters.Length, parameters.Distinct().Count());
    }

    private static (Layer Layer, float[] Parameters, float[] Inputs) Make(string name)
    {
        var layer = LayerCase.Of(name).Layer;
        return (layer, Sample.Floats(layer.Parameters, 1), Sample.Floats(Batch * layer.Input.Size, 2));
    }

    private static double[][] Rows(float[] values, int size) => [.. Sample.Doubles(values).Chunk(size)];

    private static float[] Forward(Layer layer, float[] parameters, float[] inputs, int batch)
    {
        var outputs = new float[batch * layer.Output.Size];
        Array.Fill(outputs, float.NaN);
        var pass = new ForwardPass { Parameters = parameters, Inputs = inputs, Outputs = outputs, Batch = batch };
        layer.Forward(pass, Sample.PoisonedScratch());
        return outputs;
    }

    private static (float[] Parameters, float[] Inputs) Backward(
        Layer layer, float[] parameters, float[] inputs, float[] outputGradients, bool wantsInputs = true)
    {
        var parameterGradients = new float[layer.Parameters];
        var inputGradients = new float[wantsInputs ? inputs.Length : 0];
        Array.Fill(parameterGradients, float.NaN);
        Array.Fill(inputGradients, float.NaN);
        var pass = new BackwardPass
        {
            Parameters = parameters,
            Inputs = inputs,
            Outputs = Forward(layer, parameters, inputs, Batch),
            OutputGradients = outputGradients,
            ParameterGradients = parameterGradients,
            InputGradients = inputGradients,
            Batch = Batch,
        };
        layer.Backward(pass, Sample.PoisonedScratch());
        return (parameterGradients, inputGradients);
    }
}
