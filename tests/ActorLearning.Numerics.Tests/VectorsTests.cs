namespace ActorLearning.Numerics.Tests;

public sealed class VectorsTests
{
    [Fact]
    public void A_dot_product_equals_its_scalar_twin()
    {
        foreach (var length in Sample.Lengths)
        {
            var (a, b) = (Sample.Floats(length, 1), Sample.Floats(length, 2));

            Sample.SameBits(Dot(a, b), Vectors.Dot(a, b), $"length {length}");
        }
    }

    [Fact]
    public void A_sum_equals_its_scalar_twin()
    {
        foreach (var length in Sample.Lengths)
        {
            var a = Sample.Floats(length, 1);
            var lanes = new float[32];
            for (var i = 0; i < length; i++)
            {
                lanes[i % 32] += a[i];
            }

            Sample.SameBits(Sample.Tree(lanes), Vectors.Sum(a), $"length {length}");
        }
    }

    [Fact]
    public void Adding_a_scaled_vector_equals_its_scalar_twin()
    {
        foreach (var length in Sample.Lengths)
        {
            var (x, y) = (Sample.Floats(length, 3), Sample.Floats(length, 4));
            var expected = y.Select((value, i) => MathF.FusedMultiplyAdd(-1.7f, x[i], value)).ToArray();

            Vectors.AddScaled(-1.7f, x, y);

            Sample.SameBits(expected, y, $"length {length}");
        }
    }

    [Fact]
    public void Scaling_equals_its_scalar_twin()
    {
        foreach (var length in Sample.Lengths)
        {
            var (x, result) = (Sample.Floats(length, 5), Sample.Floats(length, 6));
            var expected = x.Select(value => 0.3f * value).ToArray();

            Vectors.Scale(0.3f, x, result);

            Sample.SameBits(expected, result, $"length {length}");
        }
    }

    [Fact]
    public void A_momentum_step_equals_its_scalar_twin()
    {
        foreach (var length in Sample.Lengths)
        {
            var (x, m, g) = (Sample.Floats(length, 7), Sample.Floats(length, 8), Sample.Floats(length, 9));
            var (expectedX, expectedM) = (x.ToArray(), m.ToArray());
            for (var i = 0; i < length; i++)
            {
                expectedM[i] = MathF.FusedMultiplyAdd(0.9f, m[i], (1 - 0.9f) * g[i]);
                var direction = MathF.FusedMultiplyAdd(1e-4f, x[i], expectedM[i]);
                expectedX[i] = MathF.FusedMultiplyAdd(-0.5f, direction, x[i]);
            }

            Vectors.MomentumStep(x, m, g, momentum: 0.9f, rate: 0.5f, decay: 1e-4f);

            Sample.SameBits(expectedM, m, $"momentum, length {length}");
            Sample.SameBits(expectedX, x, $"model, length {length}");
        }
    }

    [Fact]
    public void A_momentum_step_follows_the_papers_formula()
    {
        float[] x = [2], m = [10];

        Vectors.MomentumStep(x, m, [20], momentum: 0.75f, rate: 0.5f, decay: 0.25f);

        Assert.Equal(0.75f * 10 + 0.25f * 20, m[0]);
        Assert.Equal(2 - 0.5f * (12.5f + 0.25f * 2), x[0]);
    }

    [Fact]
    public void One_bad_value_anywhere_makes_a_vector_not_finite()
    {
        foreach (var length in Enumerable.Range(0, 258))
        {
            var values = Sample.Floats(length, 10);
            Assert.True(Vectors.AllFinite(values));
            for (var i = 0; i < length; i++)
            {
                var kept = values[i];
                foreach (var bad in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity])
                {
                    values[i] = bad;
                    Assert.False(Vectors.AllFinite(values), $"{bad} at {i} of {length}");
                }

                values[i] = kept;
            }
        }
    }

    [Fact]
    public void The_largest_smallest_and_negative_zero_values_are_finite()
    {
        float[] edges = [float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon, -0f];

        Assert.True(Vectors.AllFinite([.. edges, .. edges, .. edges, .. edges]));
    }

    [Fact]
    public void Vectors_of_different_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Vectors.Dot(new float[3], new float[4]));
        Assert.Throws<ArgumentException>(() => Vectors.AddScaled(1, new float[3], new float[4]));
        Assert.Throws<ArgumentException>(() => Vectors.Scale(1, new float[3], new float[4]));
        Assert.Throws<ArgumentException>(() => Vectors.MomentumStep(new float[3], new float[4], new float[3], 0, 0, 0));
        Assert.Throws<ArgumentException>(() => Vectors.MomentumStep(new float[3], new float[3], new float[4], 0, 0, 0));
    }

    [Fact]
    public void A_kernel_allocates_nothing()
    {
        var (a, b) = (Sample.Floats(1003, 11), Sample.Floats(1003, 12));
        var sum = Vectors.Dot(a, b) + Distances.Squared(a, b);

        var before = GC.GetAllocatedBytesForCurrentThread();
        sum += Vectors.Dot(a, b) + Distances.Squared(a, b);
        Vectors.AddScaled(2, a, b);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.True(double.IsFinite(sum));
    }

    private static float Dot(float[] a, float[] b)
    {
        var lanes = new float[32];
        for (var i = 0; i < a.Length; i++)
        {
            lanes[i % 32] = MathF.FusedMultiplyAdd(a[i], b[i], lanes[i % 32]);
        }

        return Sample.Tree(lanes);
    }
}
