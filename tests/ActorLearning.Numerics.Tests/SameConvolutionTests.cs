namespace ActorLearning.Numerics.Tests;

public sealed class SameConvolutionTests
{
    private const int Batch = 3;

    /// <summary>Input channels, height, width, output channels.</summary>
    public static TheoryData<int, int, int, int> Geometries => new()
    {
        { 3, 8, 8, 20 },
        { 1, 1, 8, 1 },
        { 2, 5, 16, 33 },
        { 6, 3, 24, 7 },
        { 16, 4, 32, 16 },
        { 6, 4, 32, 48 },
        { 5, 3, 16, 40 },
    };

    [Theory]
    [MemberData(nameof(Geometries))]
    public void The_forward_pass_is_bit_equal_to_the_product_with_the_patches(int inputs, int height, int width, int outputs)
    {
        var (patches, convolution, weights, images) = Make(inputs, height, width, outputs);
        var expected = Sample.Floats(Batch * outputs * patches.Columns, 3);
        var actual = expected.ToArray();
        for (var image = 0; image < Batch; image++)
        {
            var target = expected.AsSpan(image * outputs * patches.Columns, outputs * patches.Columns);
            MatrixMultiply.Multiply(
                weights, Matrix(patches, images, image), target, outputs, patches.Columns, patches.Rows, accumulate: true, new());
        }

        convolution.AddForward(weights, images, actual, Batch, new Scratch());

        Sample.SameBits(expected, actual, "outputs");
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void The_weight_gradient_is_one_chain_over_images_and_positions(int inputs, int height, int width, int outputs)
    {
        var (patches, convolution, weights, images) = Make(inputs, height, width, outputs);
        var gradients = Sample.Floats(Batch * outputs * patches.Columns, 3);
        var (expected, actual) = (new float[weights.Length], new float[weights.Length]);
        for (var image = 0; image < Batch; image++)
        {
            var matrix = Matrix(patches, images, image);
            for (var i = 0; i < expected.Length; i++)
            {
                var (channel, row) = Math.DivRem(i, patches.Rows);
                for (var at = 0; at < patches.Columns; at++)
                {
                    var gradient = gradients[(image * outputs + channel) * patches.Columns + at];
                    expected[i] = MathF.FusedMultiplyAdd(gradient, matrix[row * patches.Columns + at], expected[i]);
                }
            }
        }

        convolution.WeightGradient(images, gradients, actual, Batch, new Scratch());

        Sample.SameBits(expected, actual, "weight gradient");
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void The_input_gradient_is_the_transpose_of_the_forward_pass(int inputs, int height, int width, int outputs)
    {
        var (patches, convolution, weights, images) = Make(inputs, height, width, outputs);
        var gradients = Sample.Floats(Batch * outputs * patches.Columns, 3);
        var (output, back) = (new float[gradients.Length], new float[images.Length]);

        convolution.AddForward(weights, images, output, Batch, new Scratch());
        convolution.AddInputGradient(weights, gradients, back, Batch, new Scratch());

        var forward = output.Zip(gradients, (a, b) => (double)a * b).Sum();
        var backward = images.Zip(back, (a, b) => (double)a * b).Sum();
        Assert.InRange(Math.Abs(forward - backward), 0, 1e-5 * output.Zip(gradients, (a, b) => Math.Abs((double)a * b)).Sum());
    }

    [Fact]
    public void A_geometry_it_cannot_serve_is_refused()
    {
        Assert.False(SameConvolution.Serves(new Patches(1, 8, 8, 3, 1, 0)));
        Assert.False(SameConvolution.Serves(new Patches(1, 8, 8, 5, 1, 1)));
        Assert.False(SameConvolution.Serves(new Patches(1, 8, 9, 3, 1, 1)));
        Assert.False(SameConvolution.Serves(new Patches(1, 8, 8, 3, 2, 1)));
        Assert.Throws<ArgumentException>(() => new SameConvolution(new Patches(1, 8, 9, 3, 1, 1), 3));
    }

    private static (Patches Patches, SameConvolution Convolution, float[] Weights, float[] Images) Make(
        int inputs, int height, int width, int outputs)
    {
        var patches = new Patches(inputs, height, width, Kernel: 3, Stride: 1, Padding: 1);
        return (patches, new SameConvolution(patches, outputs), Sample.Floats(outputs * patches.Rows, 1),
            Sample.Floats(Batch * inputs * height * width, 2));
    }

    private static float[] Matrix(Patches patches, float[] images, int image)
    {
        var matrix = new float[patches.Rows * patches.Columns];
        patches.Gather(images.AsSpan(image * images.Length / Batch, images.Length / Batch), matrix);
        return matrix;
    }
}
