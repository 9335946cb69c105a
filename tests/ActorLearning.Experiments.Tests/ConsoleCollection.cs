namespace ActorLearning.Experiments.Tests;

/// <summary>Tests that redirect the console, which the process has only one of: one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleCollection
{
    public const string Name = "console";
}
