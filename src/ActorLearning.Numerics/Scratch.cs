using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorLearning.Numerics;

/// <summary>Float scratch memory of one worker thread: taken in a stack discipline, kept for the thread's life.</summary>
/// <remarks>After the first use of a size nothing is allocated. Blocks start at multiples of 32 bytes. Contents are
/// undefined.</remarks>
public sealed class Scratch
{
    private const int Alignment = 8;
    private const int LeastChunk = 1 << 16;

    private readonly List<Chunk> chunks = [];
    private int current;
    private int used;

    /// <summary>The position to give back to <see cref="Release"/>.</summary>
    public Mark Position => new(current, used);

    /// <summary><paramref name="length"/> floats until the position before this call is released.</summary>
    public Span<float> Take(int length)
    {
        var rounded = (length + Alignment - 1) & -Alignment;
        while (current < chunks.Count && used + rounded > chunks[current].Length)
        {
            (current, used) = (current + 1, 0);
        }

        if (current == chunks.Count)
        {
            chunks.Add(new Chunk(Math.Max(rounded, LeastChunk)));
        }

        var span = chunks[current].Memory.AsSpan(chunks[current].Start + used, length);
        used += rounded;
        return span;
    }

    /// <summary>
    /// Where a span lies, if it was taken from here: how to hand it to whoever wants an array and a place in it.
    /// </summary>
    public bool TryLocate(ReadOnlySpan<float> span, out float[] memory, out int start)
    {
        foreach (var chunk in chunks)
        {
            var at = Unsafe.ByteOffset(
                ref MemoryMarshal.GetArrayDataReference(chunk.Memory), ref MemoryMarshal.GetReference(span)) / sizeof(float);
            if (at >= 0 && at + span.Length <= chunk.Memory.Length)
            {
                (memory, start) = (chunk.Memory, (int)at);
                return true;
            }
        }

        (memory, start) = ([], 0);
        return false;
    }

    /// <summary>Gives back everything taken since <paramref name="mark"/> was read.</summary>
    public void Release(Mark mark) => (current, used) = (mark.Chunk, mark.Used);

    /// <summary>A position in the scratch memory.</summary>
    public readonly record struct Mark(int Chunk, int Used);

    private readonly struct Chunk
    {
        public Chunk(int length)
        {
            // Pinned, so that the aligned start stays aligned.
            Memory = GC.AllocateUninitializedArray<float>(length + Alignment, pinned: true);
            Length = length;
            unsafe
            {
                fixed (float* first = Memory)
                {
                    Start = (int)((32 - (long)first % 32) % 32 / sizeof(float));
                }
            }
        }

        public float[] Memory { get; }

        public int Start { get; }

        public int Length { get; }
    }
}
