using ActorLearning.Learning.Networks;

namespace ActorLearning.Learning.Objectives;

/// <summary>What computes the losses and gradients of a network: the kernels of this project, or a library's.</summary>
public interface IBackend
{
    /// <summary>What scenarios call it.</summary>
    string Name { get; }

    /// <summary>Refuses what it cannot compute with here, before anything else of a run is begun.</summary>
    /// <exception cref="BackendException">It cannot; the message says the way out.</exception>
    void Check(BackendSettings settings);

    /// <summary>A network as an objective of this backend: the same vectors, in the same layout.</summary>
    /// <param name="network">The network.</param>
    /// <param name="settings">On which device, with how many threads.</param>
    /// <exception cref="BackendException">It cannot compute that here; the message says the way out.</exception>
    IObjective Make(Network network, BackendSettings settings);
}
