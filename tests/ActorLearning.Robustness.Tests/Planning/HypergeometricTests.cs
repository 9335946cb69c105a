using System.Numerics;
using ActorLearning.Robustness.Planning;

namespace ActorLearning.Robustness.Tests.Planning;

public sealed class HypergeometricTests
{
    [Fact]
    public void Every_probability_of_a_small_population_is_the_quotient_of_whole_numbers()
    {
        for (var population = 0; population <= 14; population++)
        {
            for (var marked = 0; marked <= population; marked++)
            {
                for (var drawn = 0; drawn <= population; drawn++)
                {
                    Compare(population, marked, drawn, Enumerable.Range(-2, population + 4), 1e-14);
                }
            }
        }
    }

    [Theory]
    [InlineData(99, 10, 15)]
    [InlineData(999, 100, 20)]
    [InlineData(999, 499, 700)]
    [InlineData(1000, 1, 999)]
    [InlineData(99_999, 10_000, 30)]
    [InlineData(99_999, 49_999, 61)]
    [InlineData(5000, 2500, 600)]
    public void A_tail_keeps_twelve_digits_however_small_it_is(int population, int marked, int drawn)
    {
        var highest = Math.Min(marked, drawn);

        Compare(population, marked, drawn, Enumerable.Range(0, highest), 1e-12);
    }

    [Fact]
    public void A_tail_of_a_hundred_thousand_is_right_to_the_published_digits()
    {
        // Independent exact fractions.
        Near(3.273431204075935e-10, Hypergeometric.TailAbove(population: 99_999, marked: 10_000, drawn: 30, k: 16), 1e-12);
        Near(1.2631766574088025e-22, Hypergeometric.TailAbove(population: 99_999, marked: 20_000, drawn: 90, k: 60), 1e-12);
        Near(1.9163861429269466e-31, Hypergeometric.TailAbove(population: 5000, marked: 2500, drawn: 2000, k: 1200), 1e-12);
    }

    [Fact]
    public void The_two_sides_add_up_to_one_where_the_support_is_wide()
    {
        for (var k = 23_000; k < 27_000; k += 50)
        {
            var sum = Hypergeometric.TailAbove(100_000, 50_000, 50_000, k) + Hypergeometric.AtMost(100_000, 50_000, 50_000, k);

            Assert.Equal(1, sum, 1e-12);
        }

        Assert.Equal(0.5, Hypergeometric.AtMost(100_001, 50_000, 50_000, 24_999), 0.01);
    }

    [Fact]
    public void Beyond_the_support_a_probability_is_zero_or_one()
    {
        Assert.Equal(1, Hypergeometric.TailAbove(10, 6, 7, 2));
        Assert.Equal(0, Hypergeometric.AtMost(10, 6, 7, 2));
        Assert.Equal(0, Hypergeometric.TailAbove(10, 6, 7, 6));
        Assert.Equal(1, Hypergeometric.AtMost(10, 6, 7, int.MaxValue));
        Assert.Equal(1, Hypergeometric.TailAbove(10, 6, 7, int.MinValue));
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(10, 11, 5)]
    [InlineData(10, -1, 5)]
    [InlineData(10, 5, 11)]
    [InlineData(10, 5, -1)]
    public void More_than_there_are_cannot_be_drawn_or_marked(int population, int marked, int drawn)
    {
        Assert.Throws<ArgumentException>(() => Hypergeometric.TailAbove(population, marked, drawn, 0));
        Assert.Throws<ArgumentException>(() => Hypergeometric.AtMost(population, marked, drawn, 0));
    }

    private static void Compare(int population, int marked, int drawn, IEnumerable<int> bounds, double relative)
    {
        var ways = Enumerable.Range(0, Math.Min(marked, drawn) + 1)
            .Select(i => Choose(marked, i) * Choose(population - marked, drawn - i)).ToArray();
        var all = ways.Aggregate(BigInteger.Add);
        foreach (var k in bounds)
        {
            var lower = ways.Take(Math.Max(0, k + 1)).Aggregate(BigInteger.Zero, BigInteger.Add);

            Near(Quotient(all - lower, all), Hypergeometric.TailAbove(population, marked, drawn, k), relative);
            Near(Quotient(lower, all), Hypergeometric.AtMost(population, marked, drawn, k), relative);
        }
    }

    private static BigInteger Choose(int n, int k)
    {
        var result = k < 0 || k > n ? BigInteger.Zero : BigInteger.One;
        for (var i = 1; i <= Math.Min(k, n - k); i++)
        {
            result = result * (n - i + 1) / i;
        }

        return result;
    }

    private static double Quotient(BigInteger numerator, BigInteger denominator)
    {
        var shift = (int)(denominator.GetBitLength() - numerator.GetBitLength()) + 64;
        return numerator.IsZero ? 0 : Math.ScaleB((double)((numerator << Math.Max(0, shift)) / denominator), -Math.Max(0, shift));
    }

    private static void Near(double expected, double actual, double relative)
    {
        // Below 1e-290 the weights are no longer normal numbers and digits go.
        if (expected < 1e-290)
        {
            Assert.InRange(actual, 0, 1e-280);
            return;
        }

        Assert.True(Math.Abs(actual - expected) <= relative * expected, $"expected {expected:R}, got {actual:R}");
    }
}
