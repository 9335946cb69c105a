using System.Runtime.InteropServices;
using ActorLearning.Learning.Data;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Tests;

/// <summary>Made-up numbers and examples, each a function of its number, and comparisons.</summary>
internal static class Sample
{
    private static readonly StreamPurpose Purpose = new("learning tests");

    public static RandomStream Stream(int number) => new(11, Purpose, number);

    /// <summary>Standard normal values.</summary>
    public static float[] Floats(int length, int number)
    {
        var stream = Stream(number);
        var values = new float[length];
        foreach (ref var value in values.AsSpan())
        {
            value = (float)stream.NextNormal();
        }

        return values;
    }

    /// <summary>Labels below <paramref name="classes"/>.</summary>
    public static int[] Labels(int length, int classes, int number)
    {
        var stream = Stream(number);
        return [.. Enumerable.Range(0, length).Select(_ => stream.NextBelow(classes))];
    }

    /// <summary>Images of random pixels with labels that go round: 0, 1, …, 0, 1, ….</summary>
    public static ImageSamples Images(int count, int features, int classes, int number)
    {
        var stream = Stream(number);
        var pixels = new byte[count * features];
        foreach (ref var pixel in pixels.AsSpan())
        {
            pixel = (byte)stream.NextBelow(256);
        }

        var labels = Enumerable.Range(0, count).Select(i => (byte)(i % classes)).ToArray();
        return new ImageSamples(pixels, labels, (.5, .25));
    }

    public static double[] Doubles(ReadOnlySpan<float> values)
    {
        var doubles = new double[values.Length];
        for (var i = 0; i < doubles.Length; i++)
        {
            doubles[i] = values[i];
        }

        return doubles;
    }

    /// <summary>Within a tolerance of the greatest expected value: errors of sums scale with what is summed.</summary>
    public static void Close(ReadOnlySpan<double> expected, ReadOnlySpan<float> actual, double tolerance, string where)
    {
        Assert.Equal(expected.Length, actual.Length);
        var scale = 1e-3;
        foreach (var value in expected)
        {
            scale = Math.Max(scale, Math.Abs(value));
        }

        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance * scale,
                $"{where}, element {i}: expected {expected[i]:R}, got {actual[i]:R}");
        }
    }

    public static void SameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string where) =>
        Assert.True(MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual)), $"{where}: bits differ");

    /// <summary>Scratch memory full of NaN: what is read before it is written shows.</summary>
    public static Scratch PoisonedScratch()
    {
        var scratch = new Scratch();
        var mark = scratch.Position;
        scratch.Take(1 << 20).Fill(float.NaN);
        scratch.Release(mark);
        return scratch;
    }
}
