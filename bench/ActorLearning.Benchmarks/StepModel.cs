using ActorLearning.Learning.Networks;

namespace ActorLearning.Benchmarks;

/// <summary>A model whose training step is timed.</summary>
/// <param name="Name">Its name in the catalogue.</param>
/// <param name="Layers">Its layers.</param>
/// <param name="Batch">Examples a step.</param>
/// <param name="Shape">Shape of an example.</param>
/// <param name="Wanted">How many times PyTorch's speed the project promises.</param>
public sealed record StepModel(string Name, string Layers, int Batch, Shape Shape, double Wanted)
{
    internal const string MnistCnn = "C(20)-R-M-C(20)-R-M-L(500)-R-L(10)-S";

    internal static readonly Shape Mnist = new(1, 28, 28);

    private const string CifarCnn = "C(64)-R-B-C(64)-R-B-M-D-C(128)-R-B-C(128)-R-B-M-D-L(128)-R-D-L(10)-S";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<StepModel> All(bool isTiny)
    {
        var small = isTiny ? 2 : 25;
        return
        [
            new("mnist-cnn", MnistCnn, small, Mnist, Wanted: 2.5),
            new("mlp(200,200)", "L(200)-R-L(200)-R-L(10)-S", small, Mnist, Wanted: 1.5),
            new("softmax-regression", "L(10)-S", small, Mnist, Wanted: 5),
            new("cifar-cnn", CifarCnn, 2 * small, new Shape(3, 32, 32), Wanted: 1.15),
        ];
    }

    /// <summary>The network.</summary>
    public Network MakeNetwork() => LayerNotation.Parse(Layers, Shape, 10, [])!;
}
