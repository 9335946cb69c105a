using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <remarks>For processors whose registers hold sixteen floats: four pairs at a time, in the lanes of one pair alone.</remarks>
public static partial class Distances
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (float D0, float D1, float D2, float D3) FourSquared(
        ReadOnlySpan<float> a, ref float b0, ref float b1, ref float b2, ref float b3)
    {
        Vector512<float> low0, low1, low2, low3, high0, high1, high2, high3;
        low0 = low1 = low2 = low3 = high0 = high1 = high2 = high3 = Vector512<float>.Zero;
        ref var x = ref MemoryMarshal.GetReference(a);
        for (nuint i = 0; i < (nuint)a.Length; i += Stride)
        {
            var (low, high) = (Vector512.LoadUnsafe(ref x, i), Vector512.LoadUnsafe(ref x, i + 16));
            low0 = Add(low - Vector512.LoadUnsafe(ref b0, i), low0);
            high0 = Add(high - Vector512.LoadUnsafe(ref b0, i + 16), high0);
            low1 = Add(low - Vector512.LoadUnsafe(ref b1, i), low1);
            high1 = Add(high - Vector512.LoadUnsafe(ref b1, i + 16), high1);
            low2 = Add(low - Vector512.LoadUnsafe(ref b2, i), low2);
            high2 = Add(high - Vector512.LoadUnsafe(ref b2, i + 16), high2);
            low3 = Add(low - Vector512.LoadUnsafe(ref b3, i), low3);
            high3 = Add(high - Vector512.LoadUnsafe(ref b3, i + 16), high3);
        }

        return (Join(low0, high0), Join(low1, high1), Join(low2, high2), Join(low3, high3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Add(Vector512<float> d, Vector512<float> sum) => Vector512.FusedMultiplyAdd(d, d, sum);

    /// <summary>The tree of <see cref="BlockSquared"/> over its four registers of eight lanes.</summary>
    private static float Join(Vector512<float> low, Vector512<float> high) =>
        Lanes.Sum((low.GetLower() + low.GetUpper()) + (high.GetLower() + high.GetUpper()));
}
