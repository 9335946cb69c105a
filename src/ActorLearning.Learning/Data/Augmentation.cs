using ActorLearning.Learning.Networks;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Data;

/// <summary>Changes training images a little, so that no learner sees the same one twice.</summary>
/// <param name="Crop">
/// Pixels by which an image may be moved each way: it is padded with black on all sides and cut back to its size.
/// </param>
/// <param name="Flip">Whether every other image, by chance, is mirrored left to right.</param>
public sealed record Augmentation(int Crop, bool Flip)
{
    /// <summary>Leaves images as they are.</summary>
    public static readonly Augmentation None = new(Crop: 0, Flip: false);

    /// <summary>Whether it changes anything.</summary>
    public bool IsNone => Crop == 0 && !Flip;

    /// <summary>Changes images in place.</summary>
    /// <param name="features">Images one after the other, channel after channel.</param>
    /// <param name="shape">Shape of an image.</param>
    /// <param name="black">What black is in each channel.</param>
    /// <param name="random">A stream for these images.</param>
    /// <param name="scratch">The thread's memory.</param>
    public void Apply(
        Span<float> features, Shape shape, ReadOnlySpan<float> black, RandomStream random, Scratch scratch)
    {
        var mark = scratch.Position;
        var copy = scratch.Take(shape.Size);
        for (var start = 0; start + shape.Size <= features.Length && !IsNone; start += shape.Size)
        {
            var image = features.Slice(start, shape.Size);
            image.CopyTo(copy);
            var down = Crop > 0 ? random.NextBelow(2 * Crop + 1) - Crop : 0;
            var right = Crop > 0 ? random.NextBelow(2 * Crop + 1) - Crop : 0;
            Move(copy, image, shape, black, down, right, Flip && random.NextBelow(2) == 1);
        }

        scratch.Release(mark);
    }

    private static void Move(
        ReadOnlySpan<float> from, Span<float> to, Shape shape, ReadOnlySpan<float> black, int down, int right, bool isMirrored)
    {
        var (height, width) = (shape.Height, shape.Width);
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            for (var y = 0; y < height; y++)
            {
                var row = (channel * height + y) * width;
                var sourceY = y + down;
                for (var x = 0; x < width; x++)
                {
                    var sourceX = (isMirrored ? width - 1 - x : x) + right;
                    var isInside = (uint)sourceY < (uint)height && (uint)sourceX < (uint)width;
                    to[row + x] = isInside ? from[(channel * height + sourceY) * width + sourceX] : black[channel];
                }
            }
        }
    }
}
