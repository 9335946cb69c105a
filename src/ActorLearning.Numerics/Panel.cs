using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics;

/// <summary>Where a tile finds the sixteen columns of row k of its right-hand matrix.</summary>
internal interface IPanel
{
    /// <summary>The first eight columns of a row.</summary>
    Vector256<float> Low(nint row);

    /// <summary>The other eight.</summary>
    Vector256<float> High(nint row);
}

/// <summary>Rows of sixteen, one after the other.</summary>
internal readonly unsafe struct PackedPanel(float* start) : IPanel
{
    public const int Width = 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Low(nint row) => Vector256.Load(start + row * Width);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> High(nint row) => Vector256.Load(start + row * Width + 8);
}

/// <summary>Two runs of eight that lie anywhere, moved by an offset for each row: patches of an image, without a copy.</summary>
internal readonly unsafe struct GatheredPanel(float* low, float* high, int* offsets) : IPanel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Low(nint row) => Vector256.Load(low + offsets[row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> High(nint row) => Vector256.Load(high + offsets[row]);
}
