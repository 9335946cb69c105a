namespace ActorLearning.Numerics.Tests;

public sealed class VectorsNormaliseTests
{
    [Fact]
    public void A_centred_dot_product_equals_its_scalar_twin()
    {
        foreach (var length in Sample.Lengths)
        {
            var (a, b) = (Sample.Floats(length, 1), Sample.Floats(length, 2));
            var lanes = new float[32];
            for (var i = 0; i < length; i++)
            {
                lanes[i % 32] = MathF.FusedMultiplyAdd(a[i] - .3f, b[i] - -1.7f, lanes[i % 32]);
            }

            Sample.SameBits(Sample.Tree(lanes), Vectors.CentredDot(a, .3f, b, -1.7f), $"length {length}");
        }
    }

    [Fact]
    public void An_affine_map_equals_its_scalar_twin()
    {
        foreach (var length in Sample.Lengths)
        {
            var (x, result) = (Sample.Floats(length, 1), new float[length]);

            Vectors.Affine(1.3f, x, -.7f, result);

            Sample.SameBits([.. x.Select(value => MathF.FusedMultiplyAdd(1.3f, value, -.7f))], result, $"length {length}");
        }
    }

    [Fact]
    public void An_affine_map_of_two_vectors_equals_its_scalar_twin()
    {
        foreach (var length in Sample.Lengths)
        {
            var (x, y, result) = (Sample.Floats(length, 1), Sample.Floats(length, 2), new float[length]);

            Vectors.Affine(1.3f, x, -.2f, y, -.7f, result);

            var expected = x.Zip(y, (a, b) => MathF.FusedMultiplyAdd(1.3f, a, MathF.FusedMultiplyAdd(-.2f, b, -.7f)));
            Sample.SameBits([.. expected], result, $"length {length}");
        }
    }

    [Fact]
    public void A_product_of_elements_equals_its_scalar_twin()
    {
        foreach (var length in Sample.Lengths)
        {
            var (x, y, result) = (Sample.Floats(length, 1), Sample.Floats(length, 2), new float[length]);

            Vectors.Multiply(x, y, result);

            Sample.SameBits([.. x.Zip(y, (a, b) => a * b)], result, $"length {length}");
        }
    }

    [Fact]
    public void Adding_a_number_equals_its_scalar_twin_and_turns_minus_zero_into_zero()
    {
        foreach (var length in Sample.Lengths)
        {
            var (x, result) = (Sample.Floats(length, 1), new float[length]);
            x.AsSpan(length / 2).Fill(-0f);

            Vectors.Add(0, x, result);

            Sample.SameBits([.. x.Select(value => value == 0 ? 0 : value)], result, $"length {length}");
        }
    }
}
