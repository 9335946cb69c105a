using System.Runtime.CompilerServices;

namespace ActorLearning.Scenarios.Tests;

internal static class CurrentFolder
{
    /// <summary>Scenarios name files from the folder of the solution, where commands are typed.</summary>
    [ModuleInitializer]
    internal static void Set() => Environment.CurrentDirectory = Small.Repository();
}
