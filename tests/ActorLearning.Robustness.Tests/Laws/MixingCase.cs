using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Mixing;

namespace ActorLearning.Robustness.Tests.Laws;

/// <summary>A mixing step beside its definition.</summary>
/// <param name="Name">As scenarios call it.</param>
/// <param name="Step">The step.</param>
/// <param name="Definition">The mixed models.</param>
/// <param name="Least">The fewest models it works on, for an assumed number of Byzantine ones.</param>
/// <param name="Kappa">κ of a rule behind it, from m, f and κ of the rule alone.</param>
internal sealed record MixingCase(
    string Name, IMixingStep Step, Func<double[][], int, double[][]> Definition, Func<int, int> Least,
    Func<int, int, double, double> Kappa)
{
    /// <summary>Every mixing step runs the shared laws in front of every rule once it stands here.</summary>
    public static readonly IReadOnlyList<MixingCase> All =
    [
        new("nnm", new NearestNeighbourMixing(), Definitions.NearestNeighbourMixing, f => 2 * f + 1,
            (m, f, kappa) => 8.0 * f / (m - f) * (1 + kappa)),
    ];
}
