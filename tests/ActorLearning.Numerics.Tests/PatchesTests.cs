namespace ActorLearning.Numerics.Tests;

public sealed class PatchesTests
{
    /// <summary>Channels, height, width, kernel, stride, padding.</summary>
    public static TheoryData<int, int, int, int, int, int> Geometries => new()
    {
        { 1, 5, 5, 3, 1, 0 },
        { 1, 28, 28, 5, 1, 0 },
        { 3, 32, 32, 3, 1, 1 },
        { 2, 7, 9, 3, 2, 1 },
        { 2, 9, 7, 3, 2, 0 },
        { 4, 6, 5, 1, 1, 0 },
        { 1, 6, 5, 1, 3, 2 },
        { 2, 5, 4, 5, 1, 2 },
        { 1, 3, 3, 5, 1, 3 },
        { 2, 11, 13, 4, 3, 2 },
        { 1, 2, 2, 2, 2, 0 },
    };

    [Theory]
    [MemberData(nameof(Geometries))]
    public void A_patch_matrix_holds_what_each_output_position_sees(
        int channels, int height, int width, int kernel, int stride, int padding)
    {
        var patches = new Patches(channels, height, width, kernel, stride, padding);
        var image = Sample.Floats(channels * height * width, 1);
        var actual = new float[patches.Rows * patches.Columns];
        Array.Fill(actual, float.NaN);

        patches.Gather(image, actual);

        var at = 0;
        for (var (channel, ky, kx) = (0, 0, 0); channel < channels; Next(ref channel, ref ky, ref kx, kernel))
        {
            // Every output position whose patch lies inside the padded image, row by row.
            for (var top = -padding; top + kernel <= height + padding; top += stride)
            {
                for (var left = -padding; left + kernel <= width + padding; left += stride)
                {
                    var (y, x) = (top + ky, left + kx);
                    var inside = y >= 0 && y < height && x >= 0 && x < width;
                    var expected = inside ? image[(channel * height + y) * width + x] : 0;
                    Sample.SameBits(expected, actual[at++], $"channel {channel}, kernel {ky},{kx}, output at {top},{left}");
                }
            }
        }

        Assert.Equal(actual.Length, at);
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void Scattering_is_the_transpose_of_gathering(
        int channels, int height, int width, int kernel, int stride, int padding)
    {
        var patches = new Patches(channels, height, width, kernel, stride, padding);
        var x = Sample.WholeNumbers(channels * height * width, 2);
        var p = Sample.WholeNumbers(patches.Rows * patches.Columns, 3);
        var gathered = new float[p.Length];
        var scattered = new float[x.Length];

        patches.Gather(x, gathered);
        patches.Scatter(p, scattered);

        // Whole numbers: both sides are exact.
        Assert.Equal(Dot(gathered, p), Dot(x, scattered));
        Assert.NotEqual(0, Dot(x, scattered));
    }

    [Fact]
    public void Scattering_adds_to_what_is_there()
    {
        var patches = new Patches(Channels: 1, Height: 3, Width: 3, Kernel: 2, Stride: 1, Padding: 0);
        var image = Enumerable.Repeat(100f, 9).ToArray();

        patches.Scatter([.. Enumerable.Repeat(1f, 16)], image);

        Assert.Equal([101, 102, 101, 102, 104, 102, 101, 102, 101], image);
    }

    [Fact]
    public void Sizes_are_those_of_the_papers_networks()
    {
        var mnist = new Patches(Channels: 1, Height: 28, Width: 28, Kernel: 5, Stride: 1, Padding: 0);
        var cifar = new Patches(Channels: 64, Height: 32, Width: 32, Kernel: 3, Stride: 1, Padding: 1);

        Assert.Equal((24, 24, 25, 576), (mnist.OutputHeight, mnist.OutputWidth, mnist.Rows, mnist.Columns));
        Assert.Equal((32, 32, 576, 1024), (cifar.OutputHeight, cifar.OutputWidth, cifar.Rows, cifar.Columns));
    }

    private static void Next(ref int channel, ref int ky, ref int kx, int kernel)
    {
        if (++kx == kernel)
        {
            (kx, ky) = (0, ky + 1);
        }

        if (ky == kernel)
        {
            (ky, channel) = (0, channel + 1);
        }
    }

    private static double Dot(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();
}
