namespace ActorLearning.Numerics.Tests;

public sealed class RandomDrawsTests
{
    private static readonly StreamPurpose Purpose = new("draw tests");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(97)]
    [InlineData(1000)]
    public void Numbers_below_a_bound_are_equally_likely(int bound)
    {
        var stream = new RandomStream(1, Purpose);
        var counts = new int[bound];
        for (var i = 0; i < 100_000; i++)
        {
            counts[stream.NextBelow(bound)]++;
        }

        Frequencies.AssertUniform(counts);
    }

    [Fact]
    public void A_bound_that_does_not_divide_the_words_leaves_no_bias()
    {
        // 2³² is 8/3 of this bound: without the rejection every third number would be a third rarer.
        var stream = new RandomStream(2, Purpose);
        var counts = new int[3];
        for (var i = 0; i < 30_000; i++)
        {
            counts[stream.NextBelow(3 << 29) % 3]++;
        }

        Frequencies.AssertUniform(counts);
    }

    [Fact]
    public void There_is_no_number_below_zero()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(1, Purpose).NextBelow(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(1, Purpose).NextBelow(-1));
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        var stream = new RandomStream(3, Purpose);
        var values = Enumerable.Range(0, 200_000).Select(_ => stream.NextNormal()).ToArray();

        Assert.Equal(0, values.Average(), 0.012);
        Assert.Equal(1, values.Average(x => x * x), 0.017);
        Assert.Equal(0, values.Average(x => x * x * x), 0.045);
        Assert.Equal(3, values.Average(x => x * x * x * x), 0.12);
        Assert.Equal(0.158655, values.Count(x => x > 1) / 200_000.0, 0.005);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(20)]
    public void Gamma_numbers_have_the_moments_of_the_gamma_distribution(double shape)
    {
        const int Count = 200_000;
        var stream = new RandomStream(4, Purpose);
        var values = Enumerable.Range(0, Count).Select(_ => stream.NextGamma(shape)).ToArray();

        // Mean and variance are the shape; the variance's own variance is (fourth moment − squared variance) / count.
        var mean = values.Average();
        Assert.All(values, x => Assert.True(x >= 0));
        Assert.Equal(shape, mean, 5 * Math.Sqrt(shape / Count));
        var spread = Math.Sqrt((3 * shape * shape + 6 * shape - shape * shape) / Count);
        Assert.Equal(shape, values.Average(x => (x - mean) * (x - mean)), 5 * spread);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(10)]
    public void Dirichlet_shares_add_up_to_one_and_have_the_right_spread(double alpha)
    {
        const int Shares = 8, Count = 20_000;
        var stream = new RandomStream(5, Purpose);
        var shares = new double[Shares];
        var (sums, squares) = (new double[Shares], new double[Shares]);
        for (var i = 0; i < Count; i++)
        {
            stream.NextDirichlet(alpha, shares);
            Assert.Equal(1, shares.Sum(), 1e-12);
            for (var k = 0; k < Shares; k++)
            {
                Assert.True(shares[k] >= 0);
                sums[k] += shares[k];
                squares[k] += (shares[k] - 1.0 / Shares) * (shares[k] - 1.0 / Shares);
            }
        }

        var variance = (1.0 / Shares) * (1 - 1.0 / Shares) / (Shares * alpha + 1);
        Assert.All(sums, sum => Assert.Equal(1.0 / Shares, sum / Count, 5 * Math.Sqrt(variance / Count)));
        Assert.All(squares, square => Assert.Equal(1, square / Count / variance, 0.1));
    }

    [Theory]
    [InlineData(1e-20)]
    [InlineData(1e-300)]
    [InlineData(double.Epsilon)]
    public void Of_an_alpha_that_is_nearly_nothing_one_takes_all_and_each_as_often(double alpha)
    {
        var (stream, counts) = (new RandomStream(8, Purpose), new int[3]);
        for (var i = 0; i < 300; i++)
        {
            var shares = new double[3];
            stream.NextDirichlet(alpha, shares);
            counts[Array.IndexOf(shares, 1)]++;
            Assert.Equal(1, shares.Sum());
        }

        Assert.All(counts, count => Assert.InRange(count, 70, 130));
    }

    [Fact]
    public void Dirichlet_shares_of_a_tiny_alpha_are_still_shares()
    {
        var stream = new RandomStream(6, Purpose);
        var shares = new double[3];

        stream.NextDirichlet(1e-6, shares);

        Assert.Equal(1, shares.Sum(), 1e-12);
    }
}
