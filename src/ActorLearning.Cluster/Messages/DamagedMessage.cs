using ActorLearning.Protocol.Wire;
using Akka.Actor;

namespace ActorLearning.Cluster.Messages;

/// <summary>Bytes that were no message of ours: whoever they were meant for counts them.</summary>
/// <param name="Why">Why they were refused.</param>
/// <param name="Length">How many there were.</param>
public sealed record DamagedMessage(WireRefusal Why, int Length) : INoSerializationVerificationNeeded;
