namespace ActorLearning.Cli.Tests;

/// <summary>What people see, kept in Golden/. To rewrite the files: ACTORLEARNING_GOLDEN=write dotnet test.</summary>
internal static class Golden
{
    public static void Check(string name, string text)
    {
        var path = Path.Combine(Repository.Root, "tests", "ActorLearning.Cli.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("ACTORLEARNING_GOLDEN") == "write")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
