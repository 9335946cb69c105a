namespace ActorLearning.Numerics.Tests;

public sealed class PoolingTests
{
    [Fact]
    public void The_greatest_of_squares_and_the_way_back_equal_their_scalar_twins()
    {
        foreach (var length in Sample.Lengths)
        {
            // Whole numbers, so that squares have equal greatest values; a NaN here and there.
            var (top, bottom) = (Sample.WholeNumbers(2 * length, 1), Sample.WholeNumbers(2 * length, 2));
            for (var i = 0; i < top.Length; i += 7)
            {
                (top[i], bottom[top.Length - 1 - i]) = (float.NaN, -0f);
            }

            var (greatest, gradients) = (new float[length], Sample.Floats(length, 3));
            var (up, down) = (new float[2 * length], new float[2 * length]);
            Array.Fill(up, float.NaN);
            Array.Fill(down, float.NaN);
            Pooling.Greatest(top, bottom, greatest);
            Pooling.Spread(top, bottom, greatest, gradients, up, down);

            var (expected, expectedUp, expectedDown) = (new float[length], new float[2 * length], new float[2 * length]);
            for (var i = 0; i < length; i++)
            {
                float[] square = [top[2 * i], top[2 * i + 1], bottom[2 * i], bottom[2 * i + 1]];
                var (upper, lower) = (Greater(square[0], square[1]), Greater(square[2], square[3]));
                expected[i] = Greater(upper, lower);
                var first = Array.IndexOf(square[..3], expected[i]);
                first = first < 0 || float.IsNaN(expected[i]) ? 3 : first;
                (first < 2 ? expectedUp : expectedDown)[2 * i + first % 2] = gradients[i];
            }

            Sample.SameBits(expected, greatest, $"length {length}, greatest");
            Sample.SameBits(expectedUp, up, $"length {length}, upper gradients");
            Sample.SameBits(expectedDown, down, $"length {length}, lower gradients");
        }
    }

    private static float Greater(float a, float b) => a >= b ? a : b;
}
