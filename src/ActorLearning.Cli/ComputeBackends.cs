using ActorLearning.Engine.Preparation;
using ActorLearning.Learning.Objectives;
#if TORCH
using ActorLearning.TorchSharp;
#endif

namespace ActorLearning.Cli;

/// <summary>The composition root of what computes losses and gradients: which backends this build has.</summary>
internal static class ComputeBackends
{
#if TORCH
    /// <summary>Every backend, and what of it is here.</summary>
    public static IEnumerable<(string Name, string Found)> All =>
        [(BackendSettings.ManagedName, "here"), (BackendSettings.TorchName, TorchRuntime.Description)];

    /// <summary>From now on scenarios can ask for them.</summary>
    public static void Register() => Backends.Add(new TorchBackend());
#else
    private const string LacksTorch = "this build has no TorchSharp: no package feed held it when it was built. Name a feed "
        + "that has TorchSharp-cpu in the NuGet configuration, or another package with the property TorchPackage, "
        + "run dotnet build at the root and try again";

    /// <summary>Every backend, and what of it is here.</summary>
    public static IEnumerable<(string Name, string Found)> All =>
        [(BackendSettings.ManagedName, "here"), (BackendSettings.TorchName, LacksTorch)];

    /// <summary>From now on who asks for one that is not here is told how to get it.</summary>
    public static void Register() => Backends.Lacks(BackendSettings.TorchName, LacksTorch);
#endif
}
