using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <summary>Eight fixed lanes: the one vector width every kernel uses, so that sums have one order on every processor.</summary>
public static class Lanes
{
    /// <summary>Floats in a vector.</summary>
    public const int Count = 8;

    /// <summary>Eight values from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ReadOnlySpan<float> values, int index) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)index);

    /// <summary>Writes eight values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> lanes, Span<float> values, int index) =>
        lanes.StoreUnsafe(ref MemoryMarshal.GetReference(values), (nuint)index);

    /// <summary>The last <c>values.Length - index</c> values (fewer than eight), the other lanes zero.</summary>
    public static Vector256<float> LoadRest(ReadOnlySpan<float> values, int index)
    {
        Span<float> padded = stackalloc float[Count];
        padded.Clear();
        values[index..].CopyTo(padded);
        return Vector256.Create<float>(padded);
    }

    /// <summary>Eight values from <paramref name="index"/> on, zeros beyond the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadPadded(ReadOnlySpan<float> values, int index) =>
        index + Count <= values.Length ? Load(values, index) : LoadRest(values, index);

    /// <summary>Writes eight values, or as many as there is room for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePadded(Vector256<float> lanes, Span<float> values, int index)
    {
        if (index + Count <= values.Length)
        {
            Store(lanes, values, index);
            return;
        }

        for (var i = index; i < values.Length; i++)
        {
            values[i] = lanes[i - index];
        }
    }

    /// <summary>The written-out final tree: ((l0+l4)+(l2+l6)) + ((l1+l5)+(l3+l7)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> lanes)
    {
        var four = lanes.GetLower() + lanes.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }
}
