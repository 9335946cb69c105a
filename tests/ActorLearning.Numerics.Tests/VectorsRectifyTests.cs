namespace ActorLearning.Numerics.Tests;

public sealed class VectorsRectifyTests
{
    [Fact]
    public void Rectifying_equals_its_scalar_twin()
    {
        foreach (var length in Sample.Lengths)
        {
            var (x, result) = (WithSpecials(length), Sample.Floats(length, 1));
            var expected = x.Select(value => value <= 0 ? 0f : value).ToArray();

            Vectors.Rectify(x, result);

            Sample.SameBits(expected, result, $"length {length}");
        }
    }

    [Fact]
    public void Passing_a_gradient_equals_its_scalar_twin()
    {
        foreach (var length in Sample.Lengths)
        {
            var (x, gradient, result) = (WithSpecials(length), Sample.Floats(length, 2), Sample.Floats(length, 3));
            var expected = gradient.Select((value, i) => x[i] > 0 ? value : 0f).ToArray();

            Vectors.PassWherePositive(x, gradient, result);

            Sample.SameBits(expected, result, $"length {length}");
        }
    }

    [Fact]
    public void Vectors_of_different_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Vectors.Rectify(new float[3], new float[4]));
        Assert.Throws<ArgumentException>(() => Vectors.PassWherePositive(new float[3], new float[4], new float[3]));
        Assert.Throws<ArgumentException>(() => Vectors.PassWherePositive(new float[3], new float[3], new float[4]));
    }

    /// <summary>Zeros of both signs, infinities and a NaN, in the vector part and in the rest.</summary>
    private static float[] WithSpecials(int length)
    {
        float[] specials = [0f, -0f, float.NaN, float.PositiveInfinity, float.NegativeInfinity];
        var values = Sample.Floats(length, 4);
        for (var i = 0; i < length; i += 3)
        {
            values[i] = specials[i % specials.Length];
        }

        return values;
    }
}
