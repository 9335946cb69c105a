namespace ActorLearning.Learning.Objectives;

/// <summary>What computes losses and gradients, and where.</summary>
/// <param name="Name">Which backend.</param>
/// <param name="Device">Where it computes: cpu, or cuda and the number of a device as in cuda:0.</param>
/// <param name="AllThreads">Whether learners take steps one at a time, each with all of the machine's threads; else each step
/// has one thread, and as many learners as there are worker threads take steps side by side.</param>
public sealed record BackendSettings(string Name, string Device = "cpu", bool AllThreads = false)
{
    /// <summary>The name of the kernels of this project.</summary>
    public const string ManagedName = "managed";

    /// <summary>The name of libtorch, through TorchSharp.</summary>
    public const string TorchName = "torch";

    /// <summary>The kernels of this project: the same bits on every machine.</summary>
    public static readonly BackendSettings Managed = new(ManagedName);
}
