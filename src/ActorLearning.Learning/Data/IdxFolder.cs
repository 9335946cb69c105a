using ActorLearning.Learning.Networks;

namespace ActorLearning.Learning.Data;

/// <summary>Grey images from a folder with the four IDX files of MNIST and its relatives, gzipped or plain.</summary>
public static class IdxFolder
{
    private const int Classes = 10;

    /// <summary>Loads the data set.</summary>
    /// <param name="folder">Where the files lie.</param>
    /// <param name="name">The name scenarios call it by.</param>
    /// <param name="normalisation">Mean and standard deviation of the training pixels, of values scaled to 0 … 1.</param>
    /// <exception cref="DataSetException">A file is missing or damaged.</exception>
    public static DataSet Load(string folder, string name, (double Mean, double Deviation) normalisation)
    {
        var training = Read(folder, "train", normalisation, out var shape);
        var test = Read(folder, "t10k", normalisation, out var testShape);
        if (shape != testShape)
        {
            throw new DataSetException($"{folder}: training images are {shape}, test images {testShape}.");
        }

        return new DataSet(name, shape, Classes, training, test);
    }

    private static ImageSamples Read(string folder, string part, (double, double) normalisation, out Shape shape)
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
        return new ImageSamples(pixels, labels, normalisation);
    }

    private static string Existing(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path + ".gz") ? path + ".gz"
            : File.Exists(path) ? path
            : throw new DataSetException($"{path}.gz is missing. The four files of the data set belong in {folder}; "
                + "`actorlearning data get` fetches them, with --from FOLDER from where you have them.");
    }
}
