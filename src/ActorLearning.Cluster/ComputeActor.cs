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

    public ComputeActor() => Receive<Job>(job => Sender.Tell(Do(job)));

    private object Do(Job job)
    {
        try
        {
            return new Done(job.Work(worker));
        }
        catch (Exception e)
        {
            Context.GetLogger().Error(e, "A piece of work fails");
            return new Failed($"{e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>A piece of work; its result is an input of the machine that wanted it.</summary>
    public sealed record Job(Func<Worker, Input> Work) : INoSerializationVerificationNeeded;

    /// <summary>A result.</summary>
    public sealed record Done(Input Input) : INoSerializationVerificationNeeded;

    /// <summary>There is none: an own rule has thrown, or there was no memory.</summary>
    public sealed record Failed(string Reason) : INoSerializationVerificationNeeded;
}
