using ActorLearning.Engine.Preparation;
using Akka.Actor;

namespace ActorLearning.Cluster;

/// <summary>A run that a coordinator can go on with.</summary>
/// <param name="Current">The run.</param>
/// <param name="Setup">Its data.</param>
/// <param name="Round">The highest round any learner is in; 0 before the first.</param>
internal sealed record PreparedRun(CurrentRun Current, RunSetup Setup, int Round) : INoSerializationVerificationNeeded;
