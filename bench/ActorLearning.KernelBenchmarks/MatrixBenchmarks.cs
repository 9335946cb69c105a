using ActorLearning.Numerics;
using BenchmarkDotNet.Attributes;

namespace ActorLearning.KernelBenchmarks;

/// <summary>The matrix products of mnist-cnn's dense layer and a square one that shows the peak.</summary>
public class MatrixBenchmarks
{
    private readonly Scratch scratch = new();
    private float[] a = [];
    private float[] b = [];
    private float[] c = [];

    /// <summary>Rows, columns and depth.</summary>
    [Params("25x500x320", "64x128x8192", "480x480x480")]
    public string Size { get; set; } = "";

    private (int Rows, int Columns, int Depth) Sizes =>
        Size.Split('x') is [var m, var n, var k] ? (int.Parse(m), int.Parse(n), int.Parse(k)) : default;

    [GlobalSetup]
    public void Fill()
    {
        var (m, n, k) = Sizes;
        (a, b, c) = (Values.Normal(m * k, 1), Values.Normal(k * n, 2), new float[m * n]);
    }

    [Benchmark]
    public void Multiply() => MatrixMultiply.Multiply(a, b, c, Sizes.Rows, Sizes.Columns, Sizes.Depth, false, scratch);

    [Benchmark]
    public void MultiplyTransposedA() =>
        MatrixMultiply.MultiplyTransposedA(a, b, c, Sizes.Rows, Sizes.Columns, Sizes.Depth, false, scratch);

    [Benchmark]
    public void MultiplyTransposedB() =>
        MatrixMultiply.MultiplyTransposedB(a, b, c, Sizes.Rows, Sizes.Columns, Sizes.Depth, false, scratch);
}
