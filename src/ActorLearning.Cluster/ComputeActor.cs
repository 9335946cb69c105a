using ActorLearning.Engine.Compute;
using ActorLearning.Protocol;
using Akka.Actor;
using Akka.Event;

namespace ActorLearning.Cluster;

/// <summary>
/// One worker thread's memory: does heavy work one piece at a time on a dispatcher of its own and sends back the result.
/// </summary>
internal sealed class ComputeActor : ReceiveActor
{
    private readonly Worker worker = new();

    public ComputeActor() => Receive<Job>(job => Sender.Tell(new Done(job.Work(worker))));

    /// <summary>A piece of work; its result is an input of the machine that wanted it.</summary>
    public sealed record Job(Func<Worker, Input> Work) : INoSerializationVerificationNeeded;

    /// <summary>A result.</summary>
    public sealed record Done(Input Input) : INoSerializationVerificationNeeded;
}
