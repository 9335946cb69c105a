using System.Runtime.InteropServices;

namespace ActorLearning.Numerics.Tests;

/// <summary>Test vectors, each a function of its number, and a comparison that sees every bit.</summary>
internal static class Sample
{
    /// <summary>Every length with another remainder in the kernels' strides, then some long ones.</summary>
    public static IEnumerable<int> Lengths => [.. Enumerable.Range(0, 258), 1000, 2047, 2048, 2049, 4096, 6151, 100_003];

    /// <summary>Normal values with magnitudes from 1/16 to 16, so that the order of a sum shows in its bits.</summary>
    public static float[] Floats(int length, int number)
    {
        var stream = new RandomStream(7, new StreamPurpose("kernel tests"), number);
        var values = new float[length];
        foreach (ref var value in values.AsSpan())
        {
            value = (float)(stream.NextNormal() * Math.ScaleB(1, stream.NextBelow(9) - 4)) + 0f;
        }

        return values;
    }

    /// <summary>Whole numbers from −8 to 8: sums of them are exact.</summary>
    public static float[] WholeNumbers(int length, int number)
    {
        var stream = new RandomStream(8, new StreamPurpose("kernel tests"), number);
        var values = new float[length];
        foreach (ref var value in values.AsSpan())
        {
            value = stream.NextBelow(17) - 8;
        }

        return values;
    }

    /// <summary>The joined lanes of a reduction and its final tree, as Lanes.Sum documents it.</summary>
    public static float Tree(ReadOnlySpan<float> lanes)
    {
        var l = new float[8];
        for (var i = 0; i < 8; i++)
        {
            l[i] = (lanes[i] + lanes[i + 8]) + (lanes[i + 16] + lanes[i + 24]);
        }

        return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
    }

    public static void SameBits(float expected, float actual, string where) =>
        Assert.True(
            BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(actual),
            $"{where}: expected {expected:R}, got {actual:R}");

    public static void SameBits(double expected, double actual, string where) =>
        Assert.True(
            BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
            $"{where}: expected {expected:R}, got {actual:R}");

    public static void SameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string where)
    {
        Assert.Equal(expected.Length, actual.Length);
        if (MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual)))
        {
            return;
        }

        for (var i = 0; i < expected.Length; i++)
        {
            SameBits(expected[i], actual[i], $"{where}, element {i}");
        }
    }
}
