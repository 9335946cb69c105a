using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ActorLearning.TorchSharp.Tests;

/// <summary>A module as users write them: a convolution with batch normalisation and a way around it.</summary>
internal sealed class ResidualModule : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d first = nn.Conv2d(3, 4, 3L, padding: 1L);
    private readonly Conv2d second = nn.Conv2d(4, 4, 3L, padding: 1L);
    private readonly BatchNorm2d normalise = nn.BatchNorm2d(4);
    private readonly Linear last = nn.Linear(4, 5);

    private ResidualModule()
        : base("residual") => RegisterComponents();

    /// <summary>Its values come from libtorch's random numbers.</summary>
    public static nn.Module<Tensor, Tensor> Make() => new ResidualModule();

    public override Tensor forward(Tensor input)
    {
        var way = nn.functional.relu(first.call(input));
        return last.call((way + normalise.call(second.call(way))).mean(new[] { 2L, 3L }));
    }
}
