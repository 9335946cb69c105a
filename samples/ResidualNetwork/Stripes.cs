using ActorLearning.Learning.Data;
using ActorLearning.Learning.Networks;
using ActorLearning.Numerics;

/// <summary>Made-up images: ten kinds of stripes, a direction and a width each, under noise.</summary>
internal static class Stripes
{
    public static DataSet Make(Shape shape)
    {
        var random = new RandomStream(1, new StreamPurpose("stripes"));
        ImageSamples Draw(int count)
        {
            var (pixels, labels) = (new byte[count * shape.Size], new byte[count]);
            for (var i = 0; i < pixels.Length; i++)
            {
                var label = labels[i / shape.Size] = (byte)(i / shape.Size % 10);
                var (y, x) = (i / shape.Width % shape.Height, i % shape.Width);
                var isLight = (label % 2 == 0 ? x : y) / (1 + label / 2) % 2 == 0;
                pixels[i] = (byte)((isLight ? 120 : 60) + random.NextBelow(80));
            }

            return new ImageSamples(pixels, labels, (.5, .25), (.5, .25), (.5, .25));
        }

        return new DataSet("stripes", shape, Classes: 10, Draw(400), Draw(100));
    }
}
