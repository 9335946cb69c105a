using Akka.Actor;

namespace ActorLearning.Benchmarks.Wire;

/// <summary>Pull so many models, so many at a time.</summary>
internal sealed record PullWork(int Models, int Flight) : INoSerializationVerificationNeeded
{
    /// <summary>All have come.</summary>
    public sealed record Done : INoSerializationVerificationNeeded;
}
