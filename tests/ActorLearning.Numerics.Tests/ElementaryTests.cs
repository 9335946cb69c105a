namespace ActorLearning.Numerics.Tests;

public sealed class ElementaryTests
{
    private const double Close = 1e-15;

    private static readonly StreamPurpose Purpose = new("elementary tests");

    [Fact]
    public void The_exponential_agrees_with_the_platforms_over_the_whole_normal_range()
    {
        var stream = new RandomStream(1, Purpose);
        for (var i = 0; i < 200_000; i++)
        {
            var x = (i % 4) switch
            {
                0 => -708 + 1417 * stream.NextDouble(),
                1 => 2 * stream.NextDouble() - 1,
                2 => (stream.NextDouble() - 0.5) * 1e-6,
                _ => 40 * stream.NextDouble() - 20,
            };

            Near(Math.Exp(x), Elementary.Exp(x), Close, $"exp {x:R}");
        }
    }

    [Fact]
    public void Many_exponentials_have_the_bits_of_each_alone()
    {
        var stream = new RandomStream(2, Purpose);
        double[] special = [0, -0.0, 709.78, 709.79, -745.1, -745.3, -708.5, -720, 1e300, -1e300, double.NaN,
            double.PositiveInfinity, double.NegativeInfinity, double.Epsilon];
        double[] values = [.. special, .. Enumerable.Range(0, 100_001).Select(_ => 1500 * stream.NextDouble() - 750)];
        var expected = Array.ConvertAll(values, Elementary.Exp);

        Elementary.Exp(values);

        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), values.Select(BitConverter.DoubleToInt64Bits));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-0.0, 1)]
    [InlineData(709.79, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(-745.3, 0)]
    [InlineData(-745.14, 0)]
    [InlineData(-1e300, 0)]
    [InlineData(1e300, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void The_exponential_of_a_special_value(double x, double expected) => Assert.Equal(expected, Elementary.Exp(x));

    [Fact]
    public void The_exponential_fades_out_through_the_subnormal_numbers()
    {
        for (var x = -708.0; x > -745.1; x -= 0.01)
        {
            var tolerance = Math.Exp(x) * Close + 1.01 * double.Epsilon;
            Assert.True(Math.Abs(Elementary.Exp(x) - Math.Exp(x)) <= tolerance, $"exp {x:R}");
        }

        Near(Math.Exp(709.78), Elementary.Exp(709.78), Close, "exp 709.78");
        Near(Math.Exp(709.782712893384), Elementary.Exp(709.782712893384), Close, "the largest");
    }

    [Fact]
    public void The_logarithm_agrees_with_the_platforms_for_every_exponent()
    {
        var stream = new RandomStream(2, Purpose);
        for (var exponent = -1074; exponent <= 1023; exponent++)
        {
            for (var i = 0; i < 60; i++)
            {
                var x = Math.ScaleB(1 + stream.NextDouble(), exponent);
                Near(Math.Log(x), Elementary.Log(x), Close, $"log {x:R}");
            }
        }
    }

    [Fact]
    public void The_logarithm_keeps_its_digits_near_one()
    {
        for (var step = 1.0; step > 1e-16; step *= 0.7)
        {
            foreach (var x in (double[])[1 + step, 1 - step * 0.99])
            {
                Near(Math.Log(x), Elementary.Log(x), Close, $"log {x:R}");
            }
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(-0.0, double.NegativeInfinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void The_logarithm_of_a_special_value(double x, double expected) => Assert.Equal(expected, Elementary.Log(x));

    [Fact]
    public void The_logarithm_of_one_plus_a_value_keeps_the_values_digits()
    {
        for (var x = 1e12; x > 1e-300; x *= 0.83)
        {
            Near(LogOnePlus(x), Elementary.LogOnePlus(x), Close, $"ln(1 + {x:R})");
            if (x < 1)
            {
                Near(LogOnePlus(-x), Elementary.LogOnePlus(-x), Close, $"ln(1 - {x:R})");
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, double.NegativeInfinity)]
    [InlineData(-1.5, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void The_logarithm_of_one_plus_a_special_value(double x, double expected) =>
        Assert.Equal(expected, Elementary.LogOnePlus(x));

    [Fact]
    public void A_power_agrees_with_the_platforms_to_the_digits_its_logarithm_leaves()
    {
        var stream = new RandomStream(3, Purpose);
        for (var i = 0; i < 100_000; i++)
        {
            var x = Math.ScaleB(1 + stream.NextDouble(), stream.NextBelow(80) - 40);
            var y = 20 * stream.NextDouble() - 10;

            // An error of one unit in y·ln x is one of y·ln x units in the power.
            Near(Math.Pow(x, y), Elementary.Power(x, y), Close * (1 + Math.Abs(y * Math.Log(x))), $"{x:R} to the {y:R}");
        }
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 2, 0)]
    [InlineData(0, -1, double.PositiveInfinity)]
    [InlineData(5, 0, 1)]
    [InlineData(1, 1e6, 1)]
    [InlineData(0.5, double.PositiveInfinity, 0)]
    [InlineData(double.PositiveInfinity, 0, 1)]
    public void A_power_of_a_special_value(double x, double y, double expected) => Assert.Equal(expected, Elementary.Power(x, y));

    [Fact]
    public void The_float_versions_round_the_double_ones()
    {
        for (var x = -100f; x < 90; x += 0.37f)
        {
            Sample.SameBits((float)Math.Exp(x), Elementary.Exp(x), $"exp {x:R}");
            Sample.SameBits((float)Math.Log(x + 101), Elementary.Log(x + 101), $"log {x + 101:R}");
        }
    }

    [Fact]
    public void Ten_thousand_values_keep_the_bits_they_always_had()
    {
        // Goldens: a change here changes every run's model hash.
        var (exponentials, logarithms) = (0UL, 0UL);
        var stream = new RandomStream(4, Purpose);
        for (var i = 0; i < 10_000; i++)
        {
            var x = 200 * stream.NextDouble() - 100;
            exponentials = exponentials * 31 + BitConverter.DoubleToUInt64Bits(Elementary.Exp(x));
            logarithms = logarithms * 31 + BitConverter.DoubleToUInt64Bits(Elementary.Log(x + 101));
        }

        Assert.Equal((1151492167008761655UL, 8921407439820637627UL), (exponentials, logarithms));
    }

    [Fact]
    public void Exponential_and_logarithm_stay_within_two_units_of_the_last_place()
    {
        var stream = new RandomStream(5, Purpose);
        for (var i = 0; i < 200_000; i++)
        {
            var x = 200 * stream.NextDouble() - 100;

            Assert.InRange(UnitsApart(Math.Exp(x), Elementary.Exp(x)), 0, 2);
            Assert.InRange(UnitsApart(Math.Log(x + 101), Elementary.Log(x + 101)), 0, 2);
        }
    }

    /// <summary>ln(1+x) by the series of 2 artanh(x/(2+x)) where it is quick, elsewhere by the platform.</summary>
    private static double LogOnePlus(double x)
    {
        if (Math.Abs(x) > 0.25)
        {
            return Math.Log(1 + x);
        }

        var s = x / (2 + x);
        var sum = 0.0;
        for (var k = 41; k >= 1; k -= 2)
        {
            sum = sum * s * s + 1.0 / k;
        }

        return 2 * s * sum;
    }

    private static long UnitsApart(double a, double b) =>
        Math.Abs(BitConverter.DoubleToInt64Bits(a) - BitConverter.DoubleToInt64Bits(b));

    private static void Near(double expected, double actual, double relative, string where) =>
        Assert.True(
            expected == actual || Math.Abs(actual - expected) <= relative * Math.Abs(expected),
            $"{where}: expected {expected:R}, got {actual:R}");
}
