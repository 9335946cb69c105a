using ActorLearning.Learning.Networks;
using ActorLearning.Numerics;
using BenchmarkDotNet.Attributes;

namespace ActorLearning.KernelBenchmarks;

/// <summary>A convolution and its gradients over a batch of 25: both of mnist-cnn, and one with padding.</summary>
public class ConvolutionBenchmarks
{
    private const int Batch = 25;

    private readonly Scratch scratch = new();
    private ConvolutionLayer layer = null!;
    private float[] parameters = [];
    private float[] inputs = [];
    private float[] outputs = [];
    private float[] gradient = [];
    private float[] inputGradient = [];

    /// <summary>Input channels, side, output channels, kernel, padding.</summary>
    [Params("1x28 20 5 0", "20x12 20 5 0", "64x16 128 3 1")]
    public string Case { get; set; } = "";

    [GlobalSetup]
    public void Fill()
    {
        var parts = Array.ConvertAll(Case.Split('x', ' '), int.Parse);
        layer = new ConvolutionLayer(new Shape(parts[0], parts[1], parts[1]), parts[2], parts[3], padding: parts[4]);
        (parameters, gradient) = (Values.Normal(layer.Parameters, 1), new float[layer.Parameters]);
        (inputs, inputGradient) = (Values.Normal(Batch * layer.Input.Size, 2), new float[Batch * layer.Input.Size]);
        outputs = Values.Normal(Batch * layer.Output.Size, 3);
    }

    [Benchmark]
    public void Forward() => layer.Forward(
        new ForwardPass { Parameters = parameters, Inputs = inputs, Outputs = outputs, Batch = Batch }, scratch);

    [Benchmark]
    public void Backward() => layer.Backward(Pass(inputGradient), scratch);

    [Benchmark]
    public void BackwardOfAFirstLayer() => layer.Backward(Pass([]), scratch);

    private BackwardPass Pass(float[] target) => new()
    {
        Parameters = parameters, Inputs = inputs, Outputs = outputs, OutputGradients = outputs,
        ParameterGradients = gradient, InputGradients = target, Batch = Batch,
    };
}
