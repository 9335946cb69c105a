using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActorLearning.Numerics;

/// <summary>Greatest values of 2×2 squares and the way back, eight squares at a time.</summary>
/// <remarks>
/// Even and odd columns of two lines are taken apart in registers; values move and are compared, nothing is summed. Of equal
/// values the first in reading order wins; a value that is not a number loses to its right and lower neighbours.
/// </remarks>
public static class Pooling
{
    /// <summary>target[i] ← the greatest of top[2i], top[2i+1], bottom[2i] and bottom[2i+1].</summary>
    /// <param name="top">Upper lines.</param>
    /// <param name="bottom">Lower lines, as long.</param>
    /// <param name="target">Half as long.</param>
    public static void Greatest(ReadOnlySpan<float> top, ReadOnlySpan<float> bottom, Span<float> target)
    {
        var i = 0;
        for (; Avx2.IsSupported && i <= target.Length - Lanes.Count; i += Lanes.Count)
        {
            var (upper, lower) = (Squares.Load(top, 2 * i), Squares.Load(bottom, 2 * i));
            Lanes.Store(Squares.Greatest(upper, lower), target, i);
        }

        for (; i < target.Length; i++)
        {
            target[i] = Greater(Greater(top[2 * i], top[2 * i + 1]), Greater(bottom[2 * i], bottom[2 * i + 1]));
        }
    }

    /// <summary>Spreads each gradient to the first greatest value of its square; the other three get zero.</summary>
    /// <param name="top">Upper lines.</param>
    /// <param name="bottom">Lower lines, as long.</param>
    /// <param name="greatest">What <see cref="Greatest"/> gave, half as long.</param>
    /// <param name="gradients">A gradient for each square.</param>
    /// <param name="topGradients">Overwritten.</param>
    /// <param name="bottomGradients">Overwritten.</param>
    public static void Spread(
        ReadOnlySpan<float> top, ReadOnlySpan<float> bottom, ReadOnlySpan<float> greatest, ReadOnlySpan<float> gradients,
        Span<float> topGradients, Span<float> bottomGradients)
    {
        var i = 0;
        for (; Avx2.IsSupported && i <= greatest.Length - Lanes.Count; i += Lanes.Count)
        {
            var (upper, lower) = (Squares.Load(top, 2 * i), Squares.Load(bottom, 2 * i));
            var (best, gradient) = (Lanes.Load(greatest, i), Lanes.Load(gradients, i));
            var first = Vector256.Equals(upper.Even, best);
            var second = Vector256.AndNot(Vector256.Equals(upper.Odd, best), first);
            var third = Vector256.AndNot(Vector256.Equals(lower.Even, best), first | second);
            new Squares(gradient & first, gradient & second).Store(topGradients, 2 * i);
            new Squares(gradient & third, Vector256.AndNot(gradient, first | second | third)).Store(bottomGradients, 2 * i);
        }

        for (; i < greatest.Length; i++)
        {
            var (a, best, gradient) = (2 * i, greatest[i], gradients[i]);
            var at = top[a] == best ? 0 : top[a + 1] == best ? 1 : bottom[a] == best ? 2 : 3;
            (topGradients[a], topGradients[a + 1]) = (at == 0 ? gradient : 0, at == 1 ? gradient : 0);
            (bottomGradients[a], bottomGradients[a + 1]) = (at == 2 ? gradient : 0, at == 3 ? gradient : 0);
        }
    }

    private static float Greater(float a, float b) => a >= b ? a : b;

    /// <summary>Sixteen neighbours as eight even and eight odd ones.</summary>
    private readonly struct Squares(Vector256<float> even, Vector256<float> odd)
    {
        public Vector256<float> Even { get; } = even;

        public Vector256<float> Odd { get; } = odd;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Squares Load(ReadOnlySpan<float> line, int at)
        {
            var (low, high) = (Lanes.Load(line, at), Lanes.Load(line, at + Lanes.Count));
            return new(InOrder(Avx.Shuffle(low, high, 0x88)), InOrder(Avx.Shuffle(low, high, 0xDD)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Greatest(Squares upper, Squares lower) =>
            Greater(Greater(upper.Even, upper.Odd), Greater(lower.Even, lower.Odd));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Store(Span<float> line, int at)
        {
            var (low, high) = (Avx.UnpackLow(Even, Odd), Avx.UnpackHigh(Even, Odd));
            Lanes.Store(Avx.Permute2x128(low, high, 0x20), line, at);
            Lanes.Store(Avx.Permute2x128(low, high, 0x31), line, at + Lanes.Count);
        }

        private static Vector256<float> Greater(Vector256<float> a, Vector256<float> b) =>
            Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(a, b), a, b);

        /// <summary>A shuffle works within halves: its quarters come as 0, 2, 1, 3.</summary>
        private static Vector256<float> InOrder(Vector256<float> shuffled) =>
            Avx2.Permute4x64(shuffled.AsDouble(), 0xD8).AsSingle();
    }
}
