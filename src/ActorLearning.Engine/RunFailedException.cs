using ActorLearning.Engine.Records;

namespace ActorLearning.Engine;

/// <summary>A run that cannot go on. The message says why and names whom it waits for.</summary>
public sealed class RunFailedException(string message, RunRecord record) : Exception(message)
{
    /// <summary>What was measured until then.</summary>
    public RunRecord Record { get; } = record;
}
