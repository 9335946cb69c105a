using ActorLearning.Protocol;

namespace ActorLearning.Cluster.Messages;

/// <summary>A learner tells the coordinator that it is done with a round.</summary>
/// <param name="Run">The run.</param>
/// <param name="Learner">Who.</param>
/// <param name="Round">Which round.</param>
/// <param name="Facts">What there is to tell.</param>
public sealed record RoundReport(Guid Run, int Learner, int Round, RoundFacts Facts) : IControlMessage;
