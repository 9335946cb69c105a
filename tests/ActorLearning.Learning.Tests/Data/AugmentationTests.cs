using ActorLearning.Learning.Data;
using ActorLearning.Learning.Networks;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Tests.Data;

public sealed class AugmentationTests
{
    private static readonly Shape Shape = new(2, 4, 4);
    private static readonly float[] Black = [-1, -2];

    [Fact]
    public void A_cropped_image_is_the_image_moved_with_black_where_nothing_was()
    {
        var seen = new HashSet<(int, int)>();
        for (var number = 0; number < 400; number++)
        {
            var changed = Apply(new Augmentation(Crop: 1, Flip: false), number);
            seen.Add(Offset(changed, isMirrored: false) ?? throw new InvalidOperationException($"{number} is no crop"));
        }

        Assert.Equal(9, seen.Count);
    }

    [Fact]
    public void About_half_of_the_images_are_mirrored()
    {
        var mirrored = Enumerable.Range(0, 1000).Count(number =>
            Offset(Apply(new Augmentation(Crop: 0, Flip: true), number), isMirrored: true) == (0, 0));

        Assert.InRange(mirrored, 420, 580);
    }

    [Fact]
    public void Every_image_of_a_batch_has_a_chance_of_its_own()
    {
        var images = new float[20 * Shape.Size];
        for (var i = 0; i < images.Length; i++)
        {
            images[i] = i % Shape.Size;
        }

        new Augmentation(Crop: 1, Flip: true).Apply(images, Shape, Black, Sample.Stream(1), new Scratch());

        Assert.InRange(images.Chunk(Shape.Size).Select(image => string.Join(' ', image)).Distinct().Count(), 8, 18);
    }

    [Fact]
    public void None_changes_nothing()
    {
        Assert.True(Augmentation.None.IsNone);
        Assert.Equal((0, 0), Offset(Apply(Augmentation.None, 1), isMirrored: false));
    }

    private static float[] Apply(Augmentation augmentation, int number)
    {
        float[] image = [.. Enumerable.Range(0, Shape.Size).Select(i => (float)i)];
        augmentation.Apply(image, Shape, Black, Sample.Stream(number), new Scratch());
        return image;
    }

    /// <summary>How far the image was moved down and right; null where it is no moved image.</summary>
    private static (int Down, int Right)? Offset(float[] image, bool isMirrored)
    {
        foreach (var down in new[] { 0, -1, 1 })
        {
            foreach (var right in new[] { 0, -1, 1 })
            {
                if (Enumerable.Range(0, Shape.Size).All(i => image[i] == Expected(i, down, right, isMirrored)))
                {
                    return (down, right);
                }
            }
        }

        return null;
    }

    private static float Expected(int i, int down, int right, bool isMirrored)
    {
        var (channel, y, x) = (i / 16, i % 16 / 4 + down, i % 4);
        x = (isMirrored ? 3 - x : x) + right;
        return x is < 0 or > 3 || y is < 0 or > 3 ? Black[channel] : channel * 16 + y * 4 + x;
    }
}
