using ActorLearning.Scenarios;

namespace ActorLearning.Cluster;

/// <summary>There is a run, but this node cannot have its data: no later attempt would go better.</summary>
/// <param name="run">The run.</param>
/// <param name="refused">What is wrong.</param>
internal sealed class LostRunException(CurrentRun run, InputException refused) : Exception(refused.Message, refused)
{
    /// <summary>The run.</summary>
    public CurrentRun Run { get; } = run;
}
