namespace ActorLearning.Conventions.Tests;

/// <summary>The files of the repository, build output left out.</summary>
internal static class Repository
{
    private static readonly string[] Skipped = ["bin", "obj", "runs", ".git", "TestResults", "artifacts", ".vs", ".idea"];

    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Files(string pattern, string below = "") => Walk(Path.Combine(Root, below), pattern);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Walk(string folder, string pattern) =>
        Directory.GetFiles(folder, pattern).Concat(Directory.GetDirectories(folder)
            .Where(inner => !Skipped.Contains(Path.GetFileName(inner)))
            .SelectMany(inner => Walk(inner, pattern)));

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "ActorLearning.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
