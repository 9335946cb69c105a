using Akka.Actor;

namespace ActorLearning.Benchmarks.Wire;

/// <summary>Answers a few bytes with as many as a model has, by Akka's own serializer for bytes.</summary>
internal sealed class BareSource : ReceiveActor
{
    public BareSource(int parameters)
    {
        var bytes = new byte[parameters * sizeof(float)];
        Receive<byte[]>(_ => Sender.Tell(bytes));
    }
}
