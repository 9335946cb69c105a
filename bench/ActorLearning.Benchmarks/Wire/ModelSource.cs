using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Transport;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using Akka.Actor;

namespace ActorLearning.Benchmarks.Wire;

/// <summary>Answers every request with a model, as a learner does.</summary>
internal sealed class ModelSource : ReceiveActor
{
    private const int Kept = 64; // More than are ever in flight: a model is not written to while it is sent.
    private readonly Model[] models = new Model[Kept];
    private readonly bool isAlwaysNew;
    private int sent;

    public ModelSource(int parameters, bool isAlwaysNew)
    {
        this.isAlwaysNew = isAlwaysNew;
        var random = new RandomStream(seed: 1, new StreamPurpose("wire benchmark"));
        for (var i = 0; i < Kept; i++)
        {
            var values = new float[parameters];
            foreach (ref var value in values.AsSpan())
            {
                value = random.NextFloat();
            }

            models[i] = new Model(values, isFinite: true);
        }

        var traffic = new LearnerTraffic(
            new LearnerId(1), Guid.Empty, parameters, new AskerBook(learners: 2, newest: 256),
            ModelTransport.Of(Context.System), ActorRefs.Nobody, Self);
        Receive<ModelRequest>(request =>
        {
            traffic.Remember(request, Sender);
            traffic.Send(new Reply(request.Wire.From, request.Wire.Key, Next()));
            traffic.Forget(new Round(request.Wire.Key.Round.Number - Kept));
        });
        ReceiveAny(message => traffic.Take(message, Sender));
    }

    private Model Next()
    {
        var model = models[sent % Kept];
        model.Values[0] = isAlwaysNew ? sent : model.Values[0];
        sent++;
        return isAlwaysNew ? new Model(model.Values, isFinite: true) : model;
    }
}
