using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActorLearning.Numerics;

public sealed partial class Convolution
{
    /// <summary>Five cells of eight channels: twenty sums, two channels a register, share every load of the image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void EightChannels(float* x, float* d, int* rows, int* runs, float* target, int batch)
    {
        Vector512<float> a0, a1, a2, a3, a4, b0, b1, b2, b3, b4, c0, c1, c2, c3, c4, e0, e1, e2, e3, e4;
        a0 = a1 = a2 = a3 = a4 = b0 = b1 = b2 = b3 = b4 = Vector512<float>.Zero;
        c0 = c1 = c2 = c3 = c4 = e0 = e1 = e2 = e3 = e4 = Vector512<float>.Zero;
        nint imageSize = patches.Channels * patches.Height * patches.Width, outputSize = channels * patches.Columns;
        nint o0 = rows[0], o1 = rows[1], o2 = rows[2], o3 = rows[3], o4 = rows[4], plane = patches.Columns;
        var count = runOffsets.Length;
        for (var image = 0; image < batch; image++, x += imageSize, d += outputSize)
        {
            for (nint run = 0; run < count; run++)
            {
                var at = d + run * Lanes.Count;
                var (d0, d1) = (TwoOf(at, plane), TwoOf(at + 2 * plane, plane));
                var (d2, d3) = (TwoOf(at + 4 * plane, plane), TwoOf(at + 6 * plane, plane));
                var y = x + runs[run];
                Add(Avx512DQ.BroadcastVector256ToVector512(y + o0), d0, d1, ref a0, ref b0);
                Add(Avx512DQ.BroadcastVector256ToVector512(y + o0), d2, d3, ref c0, ref e0);
                Add(Avx512DQ.BroadcastVector256ToVector512(y + o1), d0, d1, ref a1, ref b1);
                Add(Avx512DQ.BroadcastVector256ToVector512(y + o1), d2, d3, ref c1, ref e1);
                Add(Avx512DQ.BroadcastVector256ToVector512(y + o2), d0, d1, ref a2, ref b2);
                Add(Avx512DQ.BroadcastVector256ToVector512(y + o2), d2, d3, ref c2, ref e2);
                Add(Avx512DQ.BroadcastVector256ToVector512(y + o3), d0, d1, ref a3, ref b3);
                Add(Avx512DQ.BroadcastVector256ToVector512(y + o3), d2, d3, ref c3, ref e3);
                Add(Avx512DQ.BroadcastVector256ToVector512(y + o4), d0, d1, ref a4, ref b4);
                Add(Avx512DQ.BroadcastVector256ToVector512(y + o4), d2, d3, ref c4, ref e4);
            }
        }

        var next = patches.Rows;
        Store(target, next, a0, b0);
        Store(target + 1, next, a1, b1);
        Store(target + 2, next, a2, b2);
        Store(target + 3, next, a3, b3);
        Store(target + 4, next, a4, b4);
        target += 4 * next;
        Store(target, next, c0, e0);
        Store(target + 1, next, c1, e1);
        Store(target + 2, next, c2, e2);
        Store(target + 3, next, c3, e3);
        Store(target + 4, next, c4, e4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector512<float> TwoOf(float* at, nint plane) =>
        Vector512.Create(Vector256.Load(at), Vector256.Load(at + plane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(
        Vector512<float> x, Vector512<float> first, Vector512<float> second, ref Vector512<float> sum, ref Vector512<float> other)
    {
        sum = Vector512.FusedMultiplyAdd(first, x, sum);
        other = Vector512.FusedMultiplyAdd(second, x, other);
    }
}
