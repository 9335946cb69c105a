using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>Eight coordinates of all models, the values of each coordinate in ascending order.</summary>
/// <param name="values">The values, a row a rank.</param>
/// <param name="first">Where the first of the eight coordinates stands in a row.</param>
/// <param name="width">Values in a row.</param>
public readonly ref struct SortedColumns(ReadOnlySpan<float> values, int first, int width)
{
    private readonly ref float start = ref Unsafe.Add(ref MemoryMarshal.GetReference(values), first);

    /// <summary>Number of models.</summary>
    public int Length { get; } = values.Length / width;

    /// <summary>The values of one rank, 0 the least.</summary>
    public Vector256<float> this[int rank]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (uint)rank < (uint)Length ? Vector256.LoadUnsafe(ref start, (nuint)(rank * width))
            : throw new ArgumentOutOfRangeException(nameof(rank));
    }

    /// <summary>The middle value; of an even number of models the mean of the two middle ones.</summary>
    public Vector256<float> Median() => Length % 2 == 1
        ? this[Length / 2] : (this[Length / 2 - 1] + this[Length / 2]) * .5f;
}
