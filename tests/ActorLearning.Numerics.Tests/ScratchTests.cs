using System.Runtime.CompilerServices;

namespace ActorLearning.Numerics.Tests;

public sealed class ScratchTests
{
    private static readonly int[] Sizes = [1, 7, 8, 9, 1000, 65_536, 3, 70_000, 200_000, 0, 5];

    [Fact]
    public void Nothing_is_allocated_after_the_first_use()
    {
        var scratch = new Scratch();
        TakeAll(scratch);

        var before = GC.GetAllocatedBytesForCurrentThread();
        TakeAll(scratch);
        TakeAll(scratch);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Taken_memory_has_the_length_asked_for_and_no_two_parts_overlap()
    {
        var scratch = new Scratch();
        foreach (var pass in Enumerable.Range(0, 2))
        {
            var mark = scratch.Position;
            for (var i = 0; i < Sizes.Length; i++)
            {
                var taken = scratch.Take(Sizes[i]);
                Assert.Equal(Sizes[i], taken.Length);
                taken.Fill(i);
            }

            // The same walk again sees the same memory: what was written into one part was not written over by another.
            scratch.Release(mark);
            for (var i = 0; i < Sizes.Length; i++)
            {
                Assert.False(scratch.Take(Sizes[i]).ContainsAnyExcept((float)i), $"pass {pass}, part {i}");
            }

            scratch.Release(mark);
        }
    }

    [Fact]
    public void Released_memory_is_taken_again()
    {
        var scratch = new Scratch();
        var kept = scratch.Take(100);
        var mark = scratch.Position;
        var first = scratch.Take(50);
        scratch.Take(100_000);
        scratch.Release(mark);

        var again = scratch.Take(50);

        Assert.True(Unsafe.AreSame(ref first[0], ref again[0]));
        Assert.False(kept.Overlaps(again));
    }

    [Fact]
    public void Every_part_starts_at_a_multiple_of_32_bytes()
    {
        var scratch = new Scratch();
        foreach (var size in Sizes.Where(size => size > 0))
        {
            var address = Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref scratch.Take(size)[0]);

            Assert.Equal(0, address % 32);
        }
    }

    [Fact]
    public void A_part_is_found_again_as_an_array_and_a_place_in_it()
    {
        var scratch = new Scratch();
        foreach (var size in Sizes.Where(size => size > 0))
        {
            var part = scratch.Take(size);

            Assert.True(scratch.TryLocate(part[..^0], out var memory, out var start));
            Assert.True(Unsafe.AreSame(ref part[0], ref memory[start]));
        }

        Assert.False(scratch.TryLocate(new float[5], out _, out _));
        Assert.False(new Scratch().TryLocate(scratch.Take(5), out _, out _));
    }

    private static void TakeAll(Scratch scratch)
    {
        var mark = scratch.Position;
        foreach (var size in Sizes)
        {
            scratch.Take(size);
        }

        scratch.Release(mark);
    }
}
