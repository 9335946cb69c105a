using ActorLearning.Learning.Data;

namespace ActorLearning.Learning.Tests.Data;

/// <summary>The MNIST of the repository, loaded once for all tests.</summary>
internal static class RealMnist
{
    private static readonly Lazy<DataSet> Loaded = new(() => MnistFolder.Load(DataFolders.Find("mnist")));

    public static DataSet Set => Loaded.Value;
}
