using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Aggregation;

/// <summary>
/// Mixes eight coordinates of all models by a matrix, eight mixed models at a time, so that no sum waits for itself.
/// </summary>
/// <remarks>Every mixed value is one chain of fused multiply-adds over the models in order.</remarks>
internal readonly ref struct BlockMixer
{
    private const int Group = 8;

    private readonly int rows;
    private readonly Span<float> coefficients;
    private readonly Span<Vector256<float>> mixed;

    /// <summary>A mixer with its memory from the scratch; to be released by whoever made it.</summary>
    public BlockMixer(MixingMatrix matrix, Scratch scratch)
    {
        rows = matrix.Rows;
        var groups = (rows + Group - 1) / Group;
        coefficients = scratch.Take(groups * Group * matrix.Columns);
        mixed = MemoryMarshal.Cast<float, Vector256<float>>(scratch.Take(groups * Group * Lanes.Count));
        coefficients.Clear();
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < matrix.Columns; j++)
            {
                coefficients[(i / Group * matrix.Columns + j) * Group + i % Group] = (float)matrix.Row(i)[j];
            }
        }
    }

    /// <summary>The mixed coordinates; overwritten by the next call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<Vector256<float>> Mix(ReadOnlySpan<Vector256<float>> columns)
    {
        ref var factor = ref MemoryMarshal.GetReference(coefficients);
        for (var i = 0; i < mixed.Length; i += Group)
        {
            MixGroup(columns, ref factor, ref mixed[i]);
            factor = ref Unsafe.Add(ref factor, columns.Length * Group);
        }

        return mixed[..rows];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MixGroup(ReadOnlySpan<Vector256<float>> columns, ref float factor, ref Vector256<float> target)
    {
        Vector256<float> m0, m1, m2, m3, m4, m5, m6, m7;
        m0 = m1 = m2 = m3 = m4 = m5 = m6 = m7 = Vector256<float>.Zero;
        foreach (var column in columns)
        {
            m0 = Vector256.FusedMultiplyAdd(Vector256.Create(factor), column, m0);
            m1 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref factor, 1)), column, m1);
            m2 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref factor, 2)), column, m2);
            m3 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref factor, 3)), column, m3);
            m4 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref factor, 4)), column, m4);
            m5 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref factor, 5)), column, m5);
            m6 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref factor, 6)), column, m6);
            m7 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref factor, 7)), column, m7);
            factor = ref Unsafe.Add(ref factor, Group);
        }

        target = m0;
        Unsafe.Add(ref target, 1) = m1;
        Unsafe.Add(ref target, 2) = m2;
        Unsafe.Add(ref target, 3) = m3;
        Unsafe.Add(ref target, 4) = m4;
        Unsafe.Add(ref target, 5) = m5;
        Unsafe.Add(ref target, 6) = m6;
        Unsafe.Add(ref target, 7) = m7;
    }
}
