using System.Reflection;

namespace ActorLearning.Engine;

/// <summary>Which build this is.</summary>
public static class BuildInformation
{
    private static readonly string[] Parts = (typeof(BuildInformation).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown").Split('+');

    /// <summary>The version.</summary>
    public static string Version => Parts[0];

    /// <summary>The commit it was built from; empty where it was built outside a repository.</summary>
    public static string Commit => Parts.Length > 1 ? Parts[1] : "";
}
