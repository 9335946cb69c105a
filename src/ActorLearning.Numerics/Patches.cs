namespace ActorLearning.Numerics;

/// <summary>A two-dimensional convolution's geometry, and the matrix of patches that turns it into a matrix product.</summary>
/// <remarks>
/// One image is channels × height × width. Its patch matrix has a row for each (channel, kernel row, kernel column) and a column
/// for each output position, so that output = weights · patches (im2col).
/// </remarks>
/// <param name="Channels">Input channels.</param>
/// <param name="Height">Input height.</param>
/// <param name="Width">Input width.</param>
/// <param name="Kernel">Kernel side.</param>
/// <param name="Stride">Step between patches.</param>
/// <param name="Padding">Zeros around the image.</param>
public readonly record struct Patches(int Channels, int Height, int Width, int Kernel, int Stride, int Padding)
{
    /// <summary>Output height.</summary>
    public int OutputHeight => (Height + 2 * Padding - Kernel) / Stride + 1;

    /// <summary>Output width.</summary>
    public int OutputWidth => (Width + 2 * Padding - Kernel) / Stride + 1;

    /// <summary>Rows of the patch matrix: channels · kernel².</summary>
    public int Rows => Channels * Kernel * Kernel;

    /// <summary>Columns of the patch matrix: output height · output width.</summary>
    public int Columns => OutputHeight * OutputWidth;

    /// <summary>Writes the patch matrix of one image.</summary>
    public void Gather(ReadOnlySpan<float> image, Span<float> patches)
    {
        for (var row = 0; row < Rows; row++)
        {
            var (plane, y0, x0) = Origin(row);
            for (var oy = 0; oy < OutputHeight; oy++)
            {
                var target = patches.Slice(row * Columns + oy * OutputWidth, OutputWidth);
                var y = oy * Stride + y0;
                if (y < 0 || y >= Height)
                {
                    target.Clear();
                    continue;
                }

                CopyRow(image.Slice((plane * Height + y) * Width, Width), x0, target);
            }
        }
    }

    /// <summary>Adds a patch matrix back into an image: the transpose of <see cref="Gather"/>.</summary>
    public void Scatter(ReadOnlySpan<float> patches, Span<float> image)
    {
        for (var row = 0; row < Rows; row++)
        {
            var (plane, y0, x0) = Origin(row);
            for (var oy = 0; oy < OutputHeight; oy++)
            {
                var y = oy * Stride + y0;
                if (y >= 0 && y < Height)
                {
                    var source = patches.Slice(row * Columns + oy * OutputWidth, OutputWidth);
                    AddRow(source, x0, image.Slice((plane * Height + y) * Width, Width));
                }
            }
        }
    }

    private (int Plane, int Y, int X) Origin(int row)
    {
        var (plane, cell) = Math.DivRem(row, Kernel * Kernel);
        var (ky, kx) = Math.DivRem(cell, Kernel);
        return (plane, ky - Padding, kx - Padding);
    }

    private void CopyRow(ReadOnlySpan<float> line, int x0, Span<float> target)
    {
        if (Stride == 1 && x0 >= 0 && x0 + target.Length <= line.Length)
        {
            line.Slice(x0, target.Length).CopyTo(target);
            return;
        }

        for (var ox = 0; ox < target.Length; ox++)
        {
            var x = ox * Stride + x0;
            target[ox] = x >= 0 && x < line.Length ? line[x] : 0;
        }
    }

    private void AddRow(ReadOnlySpan<float> source, int x0, Span<float> line)
    {
        if (Stride == 1 && x0 >= 0 && x0 + source.Length <= line.Length)
        {
            Vectors.AddScaled(1, source, line.Slice(x0, source.Length));
            return;
        }

        for (var ox = 0; ox < source.Length; ox++)
        {
            var x = ox * Stride + x0;
            if (x >= 0 && x < line.Length)
            {
                line[x] += source[ox];
            }
        }
    }
}
