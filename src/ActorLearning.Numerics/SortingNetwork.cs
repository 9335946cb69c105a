using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <summary>
/// Batcher's odd-even merge sort as a list of comparators: sorts n values of many columns at once, without a branch.
/// </summary>
/// <remarks>Batcher 1968. Comparators that touch indices beyond n are left out, which keeps the network valid for every
/// n.</remarks>
public sealed class SortingNetwork
{
    private static readonly SortingNetwork[] Small = [.. Enumerable.Range(0, 129).Select(size => new SortingNetwork(size))];

    private readonly (short Low, short High)[] comparators;

    private SortingNetwork(int size)
    {
        Size = size;
        comparators = [.. Comparators(size)];
    }

    /// <summary>How many values it sorts.</summary>
    public int Size { get; }

    /// <summary>How many comparators it has.</summary>
    public int Length => comparators.Length;

    /// <summary>The network for <paramref name="size"/> values; built on the spot above 128.</summary>
    public static SortingNetwork Of(int size) => size < Small.Length ? Small[size] : new SortingNetwork(size);

    /// <summary>Sorts each column of a matrix upwards. Values are finite, without −0 (add +0 on load).</summary>
    /// <param name="rows">At least as many rows as the network sorts, one after the other; rows beyond are left alone.</param>
    /// <param name="width">Columns, a multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Sort(Span<float> rows, int width)
    {
        if (rows.Length < Size * width || width % Lanes.Count != 0)
        {
            throw new ArgumentException($"A network for {Size} values got {rows.Length} in rows of {width}.");
        }

        fixed (float* first = rows)
        {
            var wide = Vector512.IsHardwareAccelerated ? width / Vector512<float>.Count * Vector512<float>.Count : 0;
            foreach (var (low, high) in comparators)
            {
                float* a = first + low * width, b = first + high * width;
                var i = 0;
                for (; i < wide; i += Vector512<float>.Count)
                {
                    var (x, y) = (Vector512.Load(a + i), Vector512.Load(b + i));
                    Vector512.MinNative(x, y).Store(a + i);
                    Vector512.MaxNative(x, y).Store(b + i);
                }

                for (; i < width; i += Lanes.Count)
                {
                    var (x, y) = (Vector256.Load(a + i), Vector256.Load(b + i));
                    Vector256.MinNative(x, y).Store(a + i);
                    Vector256.MaxNative(x, y).Store(b + i);
                }
            }
        }
    }

    private static IEnumerable<(short Low, short High)> Comparators(int size)
    {
        for (var p = 1; p < size; p *= 2)
        {
            for (var k = p; k >= 1; k /= 2)
            {
                for (var j = k % p; j + k < size; j += 2 * k)
                {
                    for (var i = 0; i < Math.Min(k, size - j - k); i++)
                    {
                        if ((i + j) / (2 * p) == (i + j + k) / (2 * p))
                        {
                            yield return ((short)(i + j), (short)(i + j + k));
                        }
                    }
                }
            }
        }
    }
}
