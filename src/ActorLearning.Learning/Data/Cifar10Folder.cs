using ActorLearning.Learning.Networks;

namespace ActorLearning.Learning.Data;

/// <summary>CIFAR-10 from a folder with its six files of the binary version, or the folder they are unpacked from.</summary>
/// <remarks>A record is a label byte and 3,072 bytes: the red, the green and the blue plane of 32 x 32 pixels.</remarks>
public static class Cifar10Folder
{
    /// <summary>The files with the training images, 10,000 each.</summary>
    public static readonly IReadOnlyList<string> TrainingFiles =
        [.. Enumerable.Range(1, 5).Select(number => $"data_batch_{number}.bin")];

    /// <summary>The file with the test images.</summary>
    public const string TestFile = "test_batch.bin";

    private const string Inner = "cifar-10-batches-bin";
    private const int Classes = 10;
    private const int Images = 10_000;

    private static readonly Shape Shape = new(3, 32, 32);

    // Of the training pixels, channel by channel.
    private static readonly (double, double)[] Normalisation = [(.4914, .2023), (.4822, .1994), (.4465, .2010)];

    /// <summary>Loads the data set.</summary>
    /// <exception cref="DataSetException">A file is missing or damaged.</exception>
    public static DataSet Load(string folder)
    {
        var inner = Path.Combine(folder, Inner);
        var at = Directory.Exists(inner) ? inner : folder;
        return new DataSet("cifar10", Shape, Classes, Read(at, TrainingFiles), Read(at, [TestFile]));
    }

    private static ImageSamples Read(string folder, IReadOnlyList<string> files)
    {
        var size = Shape.Size;
        var (pixels, labels) = (new byte[files.Count * Images * size], new byte[files.Count * Images]);
        for (var file = 0; file < files.Count; file++)
        {
            var path = Path.Combine(folder, files[file]);
            var content = Content(path);
            for (var image = 0; image < Images; image++)
            {
                var (from, to) = (image * (size + 1), file * Images + image);
                labels[to] = content[from] < Classes ? content[from]
                    : throw new DataSetException($"{path}: label {content[from]} of image {image} is not below {Classes}.");
                Array.Copy(content, from + 1, pixels, (long)to * size, size);
            }
        }

        return new ImageSamples(pixels, labels, Normalisation);
    }

    private static byte[] Content(string path)
    {
        try
        {
            var content = File.ReadAllBytes(path);
            var wanted = Images * (Shape.Size + 1);
            return content.Length == wanted ? content
                : throw new DataSetException($"{path} has {content.Length} bytes instead of {wanted}. Restore the file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataSetException($"{path} cannot be read: {e.Message} `actorlearning data get cifar10` fetches it.", e);
        }
    }
}
