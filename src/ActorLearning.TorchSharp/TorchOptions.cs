namespace ActorLearning.TorchSharp;

/// <summary>How an objective uses libtorch.</summary>
public sealed record TorchOptions
{
    /// <summary>Where it computes: cpu, or cuda and a number, as in cuda:0.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>
    /// Whether steps are taken one at a time, each with all of the machine's threads. Else a step has one thread and learners
    /// take theirs side by side: on a processor with many learners that is the faster way, and the only one whose bits do not
    /// depend on the number of cores.
    /// </summary>
    public bool AllThreads { get; init; }

    /// <summary>
    /// Whether the module draws random numbers from libtorch in training, as dropout does: then steps are taken one at a time,
    /// each from a seed of its own. Null: it does if it has a module in it whose name says dropout.
    /// </summary>
    public bool? DrawsRandomNumbers { get; init; }
}
