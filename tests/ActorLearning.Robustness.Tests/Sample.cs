using System.Runtime.InteropServices;
using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Tests;

/// <summary>Made-up models, each set a function of its number, and comparisons.</summary>
internal static class Sample
{
    private static readonly StreamPurpose Purpose = new("robustness tests");

    public static RandomStream Stream(int number) => new(13, Purpose, number);

    /// <summary>Models of standard normal values.</summary>
    public static float[][] Models(int count, int length, int number)
    {
        var stream = Stream(number);
        return Fill(count, length, () => (float)stream.NextNormal());
    }

    public static float[] Aggregate(AggregationPipeline pipeline, float[][] models, int byzantine) =>
        Aggregate(pipeline, models, byzantine, new AggregationWorkspace(new Scratch()));

    public static float[] Aggregate(
        AggregationPipeline pipeline, float[][] models, int byzantine, AggregationWorkspace workspace)
    {
        var result = new float[models[0].Length];
        Array.Fill(result, float.NaN);
        pipeline.Aggregate(new AggregationInput { Models = models, AssumedByzantine = byzantine }, result, workspace);
        return result;
    }

    public static double Squared(double[] a, double[] b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum();

    public static double[][] Doubles(float[][] models) => [.. models.Select(model => model.Select(x => (double)x).ToArray())];

    public static float[][] Map(float[][] models, Func<float, float> function) =>
        [.. models.Select(model => model.Select(function).ToArray())];

    /// <summary>Whether every value is within <paramref name="tolerance"/> times the scale of what was put in.</summary>
    public static bool IsClose(double[] expected, float[] actual, double scale, double tolerance = 1e-5) =>
        expected.Length == actual.Length
        && expected.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance * Math.Max(1, scale));

    public static double Scale(float[][] models) => models.Max(model => model.Max(x => Math.Abs((double)x)));

    public static bool HaveSameBits(ReadOnlySpan<float> a, ReadOnlySpan<float> b) =>
        MemoryMarshal.AsBytes(a).SequenceEqual(MemoryMarshal.AsBytes(b));

    public static void SameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string where) => Assert.True(
        HaveSameBits(expected, actual),
        $"{where}: expected {string.Join(' ', expected.ToArray())}, got {string.Join(' ', actual.ToArray())}");

    private static float[][] Fill(int count, int length, Func<float> next) =>
        [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, length).Select(_ => next()).ToArray())];
}
