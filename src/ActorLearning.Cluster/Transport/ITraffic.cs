using Akka.Actor;

namespace ActorLearning.Cluster.Transport;

/// <summary>A message within a node about a learner's pulls.</summary>
internal interface ITraffic : INoSerializationVerificationNeeded;
