namespace ActorLearning.Learning.Data;

/// <summary>Fashion-MNIST from a folder with its four IDX files, which are named as those of MNIST.</summary>
public static class FashionMnistFolder
{
    private static readonly (double, double) Normalisation = (.2860, .3530);

    /// <summary>Loads the data set.</summary>
    /// <exception cref="DataSetException">A file is missing or damaged.</exception>
    public static DataSet Load(string folder) => IdxFolder.Load(folder, "fashion-mnist", Normalisation);
}
