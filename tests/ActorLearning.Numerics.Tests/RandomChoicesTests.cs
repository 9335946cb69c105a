namespace ActorLearning.Numerics.Tests;

public sealed class RandomChoicesTests
{
    private static readonly StreamPurpose Purpose = new("choice tests");

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(29, 15)]
    [InlineData(29, 29)]
    [InlineData(64, 64)]
    [InlineData(65, 65)]
    [InlineData(1000, 100)]
    [InlineData(100_000, 3000)]
    public void Chosen_numbers_are_distinct_and_below_the_bound(int bound, int count)
    {
        var stream = new RandomStream(1, Purpose);
        var chosen = new int[count];

        stream.NextDistinct(bound, chosen);

        Assert.Equal(count, chosen.Distinct().Count());
        Assert.All(chosen, x => Assert.InRange(x, 0, bound - 1));
    }

    [Theory]
    [InlineData(30, 15)]
    [InlineData(90, 70)]
    public void Every_number_is_chosen_equally_often(int bound, int count)
    {
        var stream = new RandomStream(2, Purpose);
        var counts = new int[bound];
        var chosen = new int[count];
        for (var i = 0; i < 20_000; i++)
        {
            stream.NextDistinct(bound, chosen);
            foreach (var x in chosen)
            {
                counts[x]++;
            }
        }

        Frequencies.AssertUniform(counts);
    }

    [Fact]
    public void Every_set_is_chosen_equally_often()
    {
        var stream = new RandomStream(3, Purpose);
        var chosen = new int[3];
        var sets = new Dictionary<int, int>();
        for (var i = 0; i < 20_000; i++)
        {
            stream.NextDistinct(6, chosen);
            var set = chosen.Sum(x => 1 << x);
            sets[set] = sets.GetValueOrDefault(set) + 1;
        }

        Assert.Equal(20, sets.Count);
        Frequencies.AssertUniform(sets.Values);
    }

    [Fact]
    public void More_numbers_than_there_are_cannot_be_distinct() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(1, Purpose).NextDistinct(3, new int[4]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void Shuffling_keeps_every_item(int count)
    {
        var stream = new RandomStream(4, Purpose);
        var items = Enumerable.Range(0, count).ToArray();

        stream.Shuffle(items);

        Assert.Equal(Enumerable.Range(0, count), items.Order());
        Assert.Equal(count < 1000, items.SequenceEqual(Enumerable.Range(0, count)) || count == 2);
    }

    [Fact]
    public void Every_order_is_equally_likely()
    {
        var stream = new RandomStream(5, Purpose);
        var orders = new Dictionary<int, int>();
        for (var i = 0; i < 24_000; i++)
        {
            int[] items = [1, 2, 3, 4];
            stream.Shuffle(items);
            var order = items.Aggregate(0, (number, item) => 10 * number + item);
            orders[order] = orders.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, orders.Count);
        Frequencies.AssertUniform(orders.Values);
    }
}
