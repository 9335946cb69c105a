using System.Runtime.Intrinsics;

namespace ActorLearning.Numerics.Tests;

public sealed class SortingNetworkTests
{
    [Fact]
    public void A_network_sorts_every_input_of_zeros_and_ones()
    {
        // The zero-one principle: a network that sorts these sorts everything. Eight inputs ride in the eight lanes.
        for (var size = 1; size <= 14; size++)
        {
            var columns = new Vector256<float>[size];
            for (var first = 0; first < 1 << size; first += 8)
            {
                var lanes = Math.Min(8, (1 << size) - first);
                for (var i = 0; i < size; i++)
                {
                    columns[i] = Vector256.Create<float>([.. Enumerable.Range(first, 8).Select(x => (float)(x >> i & 1))]);
                }

                SortingNetwork.Of(size).Sort(columns);

                for (var lane = 0; lane < lanes; lane++)
                {
                    var ones = int.PopCount(first + lane);
                    for (var i = 0; i < size; i++)
                    {
                        Assert.True(columns[i][lane] == (i >= size - ones ? 1 : 0), $"size {size}, input {first + lane:b}");
                    }
                }
            }
        }
    }

    [Fact]
    public void A_network_of_any_size_sorts_each_lane()
    {
        for (var size = 1; size <= 130; size++)
        {
            var values = Enumerable.Range(0, 8).Select(lane => Sample.Floats(size, 8 * size + lane)).ToArray();
            values[0] = Sample.WholeNumbers(size, size);
            var columns = Enumerable.Range(0, size)
                .Select(i => Vector256.Create<float>([.. values.Select(lane => lane[i])])).ToArray();

            SortingNetwork.Of(size).Sort(columns);

            for (var lane = 0; lane < 8; lane++)
            {
                Array.Sort(values[lane]);
                Sample.SameBits(values[lane], [.. columns.Select(column => column[lane])], $"size {size}, lane {lane}");
            }
        }
    }

    [Fact]
    public void Columns_beyond_the_size_are_left_alone()
    {
        Vector256<float>[] columns = [Vector256.Create(3f), Vector256.Create(2f), Vector256.Create(1f)];

        SortingNetwork.Of(2).Sort(columns);

        Assert.Equal([2, 3, 1], columns.Select(column => column[0]));
    }

    [Fact]
    public void Nothing_to_sort_is_sorted()
    {
        SortingNetwork.Of(0).Sort([]);

        Assert.Equal(0, SortingNetwork.Of(1).Length);
    }

    [Fact]
    public void A_network_has_batchers_number_of_comparators()
    {
        Assert.Equal([1, 5, 19, 63, 191], ((int[])[2, 4, 8, 16, 32]).Select(size => SortingNetwork.Of(size).Length));
        Assert.Equal(130, SortingNetwork.Of(130).Size);
    }

    [Fact]
    public void Too_few_columns_are_refused() =>
        Assert.Throws<ArgumentException>(() => SortingNetwork.Of(3).Sort(new Vector256<float>[2]));
}
