namespace ActorLearning.Experiments.Tests;

internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ActorLearning.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("there is no ActorLearning.sln above the tests");
        }

        return folder.FullName;
    }
}
