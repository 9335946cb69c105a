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

    /// <summary>All sixteen, for processors whose registers hold them.</summary>
    Vector512<float> Wide(nint row);
}

/// <summary>Rows of sixteen, one after the other.</summary>
internal readonly unsafe struct PackedPanel(float* start) : IPanel
{
    public const int Width = 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Low(nint row) => Vector256.Load(start + row * Width);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> High(nint row) => Vector256.Load(start + row * Width + 8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Wide(nint row) => Vector512.Load(start + row * Width);
}

/// <summary>Sixteen columns of a wider matrix, read where they are.</summary>
internal readonly unsafe struct StridedPanel(float* start, nint stride) : IPanel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Low(nint row) => Vector256.Load(start + row * stride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> High(nint row) => Vector256.Load(start + row * stride + 8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Wide(nint row) => Vector512.Load(start + row * stride);
}

/// <summary>A run of sixteen that lies anywhere, moved by an offset for each row.</summary>
internal readonly unsafe struct ShiftedPanel(float* start, int* offsets) : IPanel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Low(nint row) => Vector256.Load(start + offsets[row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> High(nint row) => Vector256.Load(start + offsets[row] + 8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Wide(nint row) => Vector512.Load(start + offsets[row]);
}

/// <summary>Two runs of eight that lie anywhere, moved by an offset for each row: patches of an image, without a copy.</summary>
internal readonly unsafe struct GatheredPanel(float* low, float* high, int* offsets) : IPanel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Low(nint row) => Vector256.Load(low + offsets[row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> High(nint row) => Vector256.Load(high + offsets[row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Wide(nint row) => Vector512.Create(Low(row), High(row));
}
