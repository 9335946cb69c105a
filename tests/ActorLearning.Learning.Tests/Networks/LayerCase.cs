using ActorLearning.Learning.Networks;

namespace ActorLearning.Learning.Tests.Networks;

/// <summary>A layer beside its plain definition: parameters and one input to one output.</summary>
internal sealed record LayerCase(string Name, Layer Layer, Func<double[], double[], double[]> Definition)
{
    /// <summary>Every layer runs the shared laws once it stands here.</summary>
    public static readonly IReadOnlyList<LayerCase> All =
    [
        Dense(new Shape(7, 1, 1), 4),
        Dense(new Shape(1, 1, 1), 1),
        Dense(new Shape(2, 3, 5), 9),
        Dense(new Shape(50, 1, 1), 17),
        Convolution(new Shape(1, 7, 6), 3, kernel: 5),
        Convolution(new Shape(2, 6, 6), 4, kernel: 3, padding: 1),
        Convolution(new Shape(3, 7, 5), 2, kernel: 2, stride: 2),
        Convolution(new Shape(2, 8, 9), 3, kernel: 3, stride: 2, padding: 1),
        Convolution(new Shape(1, 5, 5), 2, kernel: 1),
        Convolution(new Shape(2, 4, 4), 2, kernel: 4, stride: 3, padding: 2),
        Convolution(new Shape(1, 3, 3), 2, kernel: 3),

        // Output widths of 8, 16 and 24: those that are read from the image in place.
        Convolution(new Shape(1, 7, 12), 7, kernel: 5),
        Convolution(new Shape(4, 12, 12), 3, kernel: 5),
        Convolution(new Shape(2, 5, 18), 2, kernel: 3),
        Convolution(new Shape(1, 3, 26), 1, kernel: 3),
        Convolution(new Shape(3, 2, 8), 6, kernel: 1),

        // 3×3 with padding 1 on widths in eights: read from a frame of zeros.
        Convolution(new Shape(1, 4, 8), 2, kernel: 3, padding: 1),
        Convolution(new Shape(3, 5, 16), 7, kernel: 3, padding: 1),
        Convolution(new Shape(4, 3, 8), 17, kernel: 3, padding: 1),
        Convolution(new Shape(5, 1, 24), 3, kernel: 3, padding: 1),
        MaxPool(new Shape(1, 2, 2)),
        MaxPool(new Shape(3, 6, 8)),
        MaxPool(new Shape(2, 7, 4)),
        MaxPool(new Shape(2, 4, 7)),
        MaxPool(new Shape(1, 5, 3)),
        Rectifier(new Shape(3, 5, 5)),
        Rectifier(new Shape(8, 1, 1)),
    ];

    public static TheoryData<string> Names => [.. All.Select(layer => layer.Name)];

    public static LayerCase Of(string name) => All.Single(layer => layer.Name == name);

    public static LayerCase Dense(Shape input, int outputs) => new(
        $"L({outputs}) of {input}", new DenseLayer(input, outputs), (parameters, x) => Naive.Dense(parameters, x, outputs));

    public static LayerCase Convolution(Shape input, int channels, int kernel, int stride = 1, int padding = 0) => new(
        $"C({channels},kernel={kernel},stride={stride},padding={padding}) of {input}",
        new ConvolutionLayer(input, channels, kernel, stride, padding),
        (parameters, x) => Naive.Convolution(parameters, x, input, channels, kernel, stride, padding));

    public static LayerCase MaxPool(Shape input) =>
        new($"M of {input}", new MaxPoolLayer(input), (_, x) => Naive.MaxPool(x, input));

    public static LayerCase Rectifier(Shape input) => new($"R of {input}", new RectifierLayer(input), (_, x) => Naive.Rectify(x));
}
