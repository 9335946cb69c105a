using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;

namespace ActorLearning.TorchSharp;

/// <summary>libtorch, through TorchSharp, as a backend of scenarios: <c>backend: torch</c>.</summary>
public sealed class TorchBackend : IBackend
{
    /// <inheritdoc/>
    public string Name => BackendSettings.TorchName;

    /// <inheritdoc/>
    public void Check(BackendSettings settings) => TorchRuntime.Device(settings.Device);

    /// <inheritdoc/>
    public IObjective Make(Network network, BackendSettings settings) =>
        new TorchObjective(network, new TorchOptions { Device = settings.Device, AllThreads = settings.AllThreads });
}
