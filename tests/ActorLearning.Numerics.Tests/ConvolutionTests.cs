using ActorLearning.Numerics;

namespace ActorLearning.Numerics.Tests;

public sealed class ConvolutionTests
{
    /// <summary>Input channels, height, width, kernel, output channels.</summary>
    public static TheoryData<int, int, int, int, int> Geometries => new()
    {
        { 1, 28, 28, 5, 20 },
        { 3, 12, 12, 5, 7 },
        { 2, 5, 10, 3, 1 },
        { 4, 7, 18, 3, 6 },
        { 1, 8, 8, 1, 3 },
        { 20, 12, 12, 5, 20 },
        { 2, 7, 12, 5, 9 },
        { 13, 6, 20, 5, 12 },
    };

    [Theory]
    [MemberData(nameof(Geometries))]
    public void The_forward_pass_is_bit_equal_to_the_product_with_the_patches(int inputs, int height, int width, int kernel,
        int outputs)
    {
        var (patches, convolution, random) = Make(inputs, height, width, kernel, outputs);
        var (weights, image) = (Normal(outputs * patches.Rows, ref random), Normal(inputs * height * width, ref random));
        var expected = Normal(outputs * patches.Columns, ref random);
        var actual = expected.ToArray();
        var matrix = new float[patches.Rows * patches.Columns];
        patches.Gather(image, matrix);
        MatrixMultiply.Multiply(weights, matrix, expected, outputs, patches.Columns, patches.Rows, accumulate: true,
            new Scratch());

        convolution.AddForward(weights, image, actual, new Scratch());

        Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), actual.Select(BitConverter.SingleToInt32Bits));
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void The_weight_gradient_is_bit_equal_to_eight_lanes_over_all_images(int inputs, int height, int width, int kernel,
        int outputs)
    {
        const int batch = 3;
        var (patches, convolution, random) = Make(inputs, height, width, kernel, outputs);
        var images = Normal(batch * inputs * height * width, ref random);
        var gradients = Normal(batch * outputs * patches.Columns, ref random);
        var actual = new float[outputs * patches.Rows];

        convolution.WeightGradient(images, gradients, actual, batch);

        for (var channel = 0; channel < outputs; channel++)
        {
            for (var row = 0; row < patches.Rows; row++)
            {
                var expected = Lanes(patches, images, gradients, outputs, channel, row, batch);
                Assert.Equal(
                    BitConverter.SingleToInt32Bits(expected),
                        BitConverter.SingleToInt32Bits(actual[channel * patches.Rows + row]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void The_input_gradient_is_the_transpose_of_the_forward_pass(int inputs, int height, int width, int kernel,
        int outputs)
    {
        var (patches, convolution, random) = Make(inputs, height, width, kernel, outputs);
        var (weights, image) = (Normal(outputs * patches.Rows, ref random), Normal(inputs * height * width, ref random));
        var gradient = Normal(outputs * patches.Columns, ref random);
        var (output, back) = (new float[gradient.Length], new float[image.Length]);

        convolution.AddForward(weights, image, output, new Scratch());
        convolution.AddInputGradient(weights, gradient, back, new Scratch());

        var forward = output.Zip(gradient, (a, b) => (double)a * b).Sum();
        var backward = image.Zip(back, (a, b) => (double)a * b).Sum();
        var size = output.Zip(gradient, (a, b) => Math.Abs((double)a * b)).Sum();
        Assert.InRange(Math.Abs(forward - backward), 0, 1e-5 * size);
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void The_input_gradient_adds_cell_after_cell_of_two_runs(int inputs, int height, int width, int kernel, int outputs)
    {
        var (patches, convolution, random) = Make(inputs, height, width, kernel, outputs);
        var weights = Normal(outputs * patches.Rows, ref random);
        var gradient = Normal(outputs * patches.Columns, ref random);
        var expected = Normal(inputs * height * width, ref random);
        var actual = expected.ToArray();
        for (var pair = 0; pair < patches.Columns; pair += 16)
        {
            for (var row = 0; row < patches.Rows; row++)
            {
                for (var at = pair; at < Math.Min(pair + 16, patches.Columns); at++)
                {
                    expected[Pixel(patches, row, at)] += Told(patches, weights, gradient, outputs, row, at);
                }
            }
        }

        convolution.AddInputGradient(weights, gradient, actual, new Scratch());

        Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), actual.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void A_geometry_it_cannot_serve_is_refused()
    {
        Assert.False(Convolution.Serves(new Patches(1, 28, 28, 3, 1, 1)));
        Assert.False(Convolution.Serves(new Patches(1, 28, 28, 5, 2, 0)));
        Assert.False(Convolution.Serves(new Patches(1, 10, 10, 5, 1, 0)));
        Assert.Throws<ArgumentException>(() => new Convolution(new Patches(1, 10, 10, 5, 1, 0), 3));
    }

    private static (Patches Patches, Convolution Convolution, RandomStream Random) Make(
        int inputs, int height, int width, int kernel, int outputs)
    {
        var patches = new Patches(inputs, height, width, kernel, Stride: 1, Padding: 0);
        return (patches, new Convolution(patches, outputs), new RandomStream(5, new StreamPurpose("convolution test")));
    }

    /// <summary>What the gradients of all channels at a place say of one kernel cell: one chain over the channels.</summary>
    private static float Told(Patches patches, float[] weights, float[] gradient, int outputs, int row, int at)
    {
        var sum = 0f;
        for (var output = 0; output < outputs; output++)
        {
            sum = MathF.FusedMultiplyAdd(gradient[output * patches.Columns + at], weights[output * patches.Rows + row], sum);
        }

        return sum;
    }

    private static int Pixel(Patches patches, int row, int at)
    {
        var (plane, cell) = Math.DivRem(row, patches.Kernel * patches.Kernel);
        var ((ky, kx), (oy, ox)) = (Math.DivRem(cell, patches.Kernel), Math.DivRem(at, patches.OutputWidth));
        return (plane * patches.Height + oy + ky) * patches.Width + ox + kx;
    }

    private static float[] Normal(int length, ref RandomStream random)
    {
        var values = new float[length];
        foreach (ref var value in values.AsSpan())
        {
            value = (float)random.NextNormal();
        }

        return values;
    }

    private static float Lanes(Patches patches, float[] images, float[] gradients, int outputs, int channel, int row, int batch)
    {
        var lanes = new float[8];
        var (size, matrix) = (images.Length / batch, new float[patches.Rows * patches.Columns]);
        for (var image = 0; image < batch; image++)
        {
            patches.Gather(images.AsSpan(image * size, size), matrix);
            for (var position = 0; position < patches.Columns; position++)
            {
                var gradient = gradients[(image * outputs + channel) * patches.Columns + position];
                lanes[position % 8] = MathF.FusedMultiplyAdd(gradient, matrix[row * patches.Columns + position],
                    lanes[position % 8]);
            }
        }

        return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
    }
}
