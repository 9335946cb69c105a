using ActorLearning.Numerics;
using BenchmarkDotNet.Attributes;

namespace ActorLearning.KernelBenchmarks;

/// <summary>Passes over one vector of mnist-cnn's length, and all distances between sixteen of them.</summary>
public class VectorBenchmarks
{
    private const int Length = 176050;

    private readonly float[] x = Values.Normal(Length, 1);
    private readonly float[] y = Values.Normal(Length, 2);
    private readonly float[] m = new float[Length];
    private readonly float[][] models = [.. Enumerable.Range(0, 16).Select(seed => Values.Normal(Length, seed))];
    private readonly double[] squared = new double[256];

    [Benchmark]
    public float Dot() => Vectors.Dot(x, y);

    [Benchmark]
    public double Squared() => Distances.Squared(x, y);

    [Benchmark]
    public void AllSquared() => Distances.AllSquared(models, squared);

    [Benchmark]
    public void MomentumStep() => Vectors.MomentumStep(x, m, y, momentum: .9f, rate: 0, decay: 0);

    [Benchmark]
    public bool AllFinite() => Vectors.AllFinite(x);
}
