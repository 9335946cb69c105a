namespace ActorLearning.Numerics.Tests;

public sealed class DistancesTests
{
    [Fact]
    public void A_squared_distance_equals_its_scalar_twin()
    {
        foreach (var length in Sample.Lengths)
        {
            var (a, b) = (Sample.Floats(length, 1), Sample.Floats(length, 2));

            Sample.SameBits(Blocks(length, i => a[i] - b[i]), Distances.Squared(a, b), $"length {length}");
        }
    }

    [Fact]
    public void A_squared_norm_equals_its_scalar_twin()
    {
        foreach (var length in Sample.Lengths)
        {
            var v = Sample.Floats(length, 3);

            Sample.SameBits(Blocks(length, i => v[i]), Distances.SquaredNorm(v), $"length {length}");
        }
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(2, 0)]
    [InlineData(5, 33)]
    [InlineData(16, 257)]
    [InlineData(7, 2048)]
    [InlineData(9, 6151)]
    public void All_squared_distances_are_the_distances_of_the_pairs(int count, int length)
    {
        var vectors = Enumerable.Range(0, count).Select(i => Sample.Floats(length, i)).ToArray();
        var result = new double[count * count + 1];
        Array.Fill(result, double.NaN);

        Distances.AllSquared(vectors, result);

        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                Sample.SameBits(Distances.Squared(vectors[i], vectors[j]), result[i * count + j], $"pair {i}, {j}");
            }
        }

        Assert.True(double.IsNaN(result[^1]), "wrote beyond n·n");
    }

    [Fact]
    public void The_distance_of_nearly_equal_vectors_keeps_its_digits()
    {
        var a = Sample.Floats(100_003, 4);
        var b = a.Select(x => x + 1e-3f).ToArray();
        var exact = a.Zip(b, (x, y) => ((double)y - x) * ((double)y - x)).Sum();

        Assert.Equal(1, Distances.Squared(a, b) / exact, 1e-6);
    }

    [Fact]
    public void Vectors_of_different_lengths_have_no_distance() =>
        Assert.Throws<ArgumentException>(() => Distances.Squared(new float[3], new float[4]));

    /// <summary>Blocks of 2048: 32 float lanes inside one, a double sum over all.</summary>
    private static double Blocks(int length, Func<int, float> value)
    {
        var sum = 0.0;
        for (var start = 0; start < length; start += 2048)
        {
            var lanes = new float[32];
            for (var i = start; i < Math.Min(start + 2048, length); i++)
            {
                lanes[(i - start) % 32] = MathF.FusedMultiplyAdd(value(i), value(i), lanes[(i - start) % 32]);
            }

            sum += Sample.Tree(lanes);
        }

        return sum;
    }
}
