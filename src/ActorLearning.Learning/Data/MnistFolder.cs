namespace ActorLearning.Learning.Data;

/// <summary>MNIST from a folder with its four IDX files, gzipped or plain.</summary>
public static class MnistFolder
{
    // As everybody normalises MNIST.
    private static readonly (double, double) Normalisation = (.1307, .3081);

    /// <summary>Loads the data set.</summary>
    /// <exception cref="DataSetException">A file is missing or damaged.</exception>
    public static DataSet Load(string folder) => IdxFolder.Load(folder, "mnist", Normalisation);
}
