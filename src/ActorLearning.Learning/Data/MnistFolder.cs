using ActorLearning.Learning.Networks;

namespace ActorLearning.Learning.Data;

/// <summary>MNIST from a folder with its four IDX files, gzipped or plain.</summary>
public static class MnistFolder
{
    private const int Classes = 10;

    // Mean and standard deviation of the training pixels, as everybody normalises MNIST.
    private static readonly (double, double) Normalisation = (.1307, .3081);

    /// <summary>Loads the data set.</summary>
    /// <exception cref="DataSetException">A file is missing or damaged.</exception>
    public static DataSet Load(string folder)
    {
        var training = Read(folder, "train", out var shape);
        var test = Read(folder, "t10k", out var testShape);
        if (shape != testShape)
        {
            throw new DataSetException($"{folder}: training images are {shape}, test images {testShape}.");
        }

        return new DataSet("mnist", shape, Classes, training, test);
    }

    private static ImageSamples Read(string folder, string part, out Shape shape)
    {
        var imagePath = Existing(folder, $"{part}-images-idx3-ubyte");
        var labelPath = Existing(folder, $"{part}-labels-idx1-ubyte");
        var (pixels, dimensions) = IdxFile.Read(imagePath, dimensions: 3);
        var (labels, counts) = IdxFile.Read(labelPath, dimensions: 1);
        if (dimensions[0] != counts[0])
        {
            throw new DataSetException($"{imagePath} has {dimensions[0]} images, {labelPath} has {counts[0]} labels.");
        }

        if (Array.FindIndex(labels, label => label >= Classes) is var wrong and >= 0)
        {
            throw new DataSetException($"{labelPath}: label {labels[wrong]} of image {wrong} is not below {Classes}.");
        }

        shape = new Shape(1, dimensions[1], dimensions[2]);
        return new ImageSamples(pixels, labels, Normalisation);
    }

    private static string Existing(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path + ".gz") ? path + ".gz"
            : File.Exists(path) ? path
            : throw new DataSetException($"{path}.gz is missing. MNIST's four files belong in {folder}.");
    }
}
