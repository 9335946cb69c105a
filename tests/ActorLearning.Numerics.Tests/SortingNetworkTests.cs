namespace ActorLearning.Numerics.Tests;

public sealed class SortingNetworkTests
{
    [Fact]
    public void A_network_sorts_every_input_of_zeros_and_ones()
    {
        // The zero-one principle: a network that sorts these sorts everything. Each input is a column.
        for (var size = 1; size <= 14; size++)
        {
            var inputs = Math.Max(8, 1 << size);
            var rows = new float[size * inputs];
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i] = i % inputs >> i / inputs & 1;
            }

            SortingNetwork.Of(size).Sort(rows, inputs);

            for (var i = 0; i < rows.Length; i++)
            {
                var ones = int.PopCount(i % inputs & ((1 << size) - 1));
                Assert.True(rows[i] == (i / inputs >= size - ones ? 1 : 0), $"size {size}, input {i % inputs:b}");
            }
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(24)]
    [InlineData(64)]
    public void A_network_of_any_size_sorts_each_column(int width)
    {
        for (var size = 1; size <= 130; size++)
        {
            var rows = Sample.Floats(size * width, size);
            Sample.WholeNumbers(size, size).CopyTo(rows, 0);
            var columns = Enumerable.Range(0, width)
                .Select(at => Enumerable.Range(0, size).Select(i => rows[i * width + at]).Order().ToArray()).ToArray();

            SortingNetwork.Of(size).Sort(rows, width);

            for (var at = 0; at < width; at++)
            {
                var sorted = Enumerable.Range(0, size).Select(i => rows[i * width + at]).ToArray();
                Sample.SameBits(columns[at], sorted, $"size {size}, column {at}");
            }
        }
    }

    [Fact]
    public void Rows_beyond_the_size_are_left_alone()
    {
        float[] rows = [.. Enumerable.Repeat(3f, 8), .. Enumerable.Repeat(2f, 8), .. Enumerable.Repeat(1f, 8)];

        SortingNetwork.Of(2).Sort(rows, 8);

        Assert.Equal([2, 3, 1], rows.Chunk(8).Select(row => row[0]));
    }

    [Fact]
    public void Nothing_to_sort_is_sorted()
    {
        SortingNetwork.Of(0).Sort([], 8);

        Assert.Equal(0, SortingNetwork.Of(1).Length);
    }

    [Fact]
    public void A_network_has_batchers_number_of_comparators()
    {
        Assert.Equal([1, 5, 19, 63, 191], ((int[])[2, 4, 8, 16, 32]).Select(size => SortingNetwork.Of(size).Length));
        Assert.Equal(130, SortingNetwork.Of(130).Size);
    }

    [Fact]
    public void Too_few_rows_and_odd_widths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SortingNetwork.Of(3).Sort(new float[16], 8));
        Assert.Throws<ArgumentException>(() => SortingNetwork.Of(2).Sort(new float[20], 10));
    }
}
