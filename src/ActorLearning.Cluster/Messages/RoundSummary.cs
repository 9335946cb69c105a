using ActorLearning.Protocol;

namespace ActorLearning.Cluster.Messages;

/// <summary>The coordinator tells whoever submitted the run what a round brought.</summary>
/// <param name="Run">The run.</param>
/// <param name="Round">The round that has ended.</param>
/// <param name="Learners">Who reported, ascending.</param>
/// <param name="Facts">What each of them reported.</param>
/// <param name="Missing">Who did not report in time.</param>
public sealed record RoundSummary(Guid Run, int Round, int[] Learners, RoundFacts[] Facts, int[] Missing) : IControlMessage;
