using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <summary>
/// Batcher's odd-even merge sort as a list of comparators: sorts n values in eight lanes at once, without a branch.
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

    /// <summary>Sorts each lane of the columns upwards. Values are finite, without −0 (add +0 on load).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sort(Span<Vector256<float>> columns)
    {
        if (columns.Length < Size)
        {
            throw new ArgumentException($"A network for {Size} values got {columns.Length}.");
        }

        ref var first = ref MemoryMarshal.GetReference(columns);
        foreach (var (low, high) in comparators)
        {
            ref var a = ref Unsafe.Add(ref first, low);
            ref var b = ref Unsafe.Add(ref first, high);
            var (x, y) = (a, b);
            a = Vector256.MinNative(x, y);
            b = Vector256.MaxNative(x, y);
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
