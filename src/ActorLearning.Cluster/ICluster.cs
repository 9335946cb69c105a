using Akka.Actor;

namespace ActorLearning.Cluster;

/// <summary>A cluster that a run can be submitted to.</summary>
public interface ICluster : IAsyncDisposable
{
    /// <summary>The actor system of whoever submits.</summary>
    ActorSystem System { get; }

    /// <summary>The door of a node.</summary>
    IActorRef Gateway { get; }

    /// <summary>How it is called in a run's record.</summary>
    string Name { get; }
}
