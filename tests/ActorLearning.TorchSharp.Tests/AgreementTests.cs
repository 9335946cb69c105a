using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.TorchSharp.Tests;

/// <summary>The torch backend against the managed one: the same parameters, the same batch.</summary>
public sealed class AgreementTests
{
    private static readonly string[] OddLayers =
    [
        "C(7,kernel=4,padding=3,stride=3)-B-R-M-L(10)-S",
        "C(3)-M-M-M-R-L(9)-B-D(0.5)-L(10)-S",
        "B-D-L(10)-S",
        "D(0.1)-C(4,kernel=1)-R-D-M-L(10)-S",
    ];

    /// <summary>Every model of the catalogue, and layer strings with what those have not.</summary>
    public static TheoryData<string, string> Models
    {
        get
        {
            var models = new TheoryData<string, string>();
            foreach (var entry in Known.Models.Entries)
            {
                models.Add(
                    entry.Options.Count == 0 ? entry.Name : $"{entry.Name}(200, 200)",
                    entry.Name.StartsWith("cifar", StringComparison.Ordinal) ? "cifar10" : "mnist");
            }

            foreach (var layers in OddLayers)
            {
                models.Add(layers, "mnist");
                models.Add(layers, "cifar10");
            }

            return models;
        }
    }

    [TorchTheory]
    [MemberData(nameof(Models))]
    public void Loss_gradient_and_running_statistics_are_those_of_the_managed_backend(string model, string data)
    {
        var pair = new Pair(model, data);

        var managed = pair.Differentiate(pair.Network);
        var torch = pair.Differentiate(pair.Torch);

        Assert.Equal((pair.Network.Parameters, pair.Network.Statistics), (pair.Torch.Parameters, pair.Torch.Statistics));
        Assert.InRange(Math.Abs(torch.Loss - managed.Loss) / managed.Loss, 0, 1e-4);
        Assert.InRange(Pair.Apart(managed.Gradient, torch.Gradient), 0, 1e-4);
        Assert.InRange(Pair.Apart(managed.State, torch.State), 0, 1e-4);
    }

    [TorchTheory]
    [MemberData(nameof(Models))]
    public void A_model_in_use_has_the_same_loss_and_predicts_the_same(string model, string data)
    {
        var pair = new Pair(model, data);

        var managed = pair.Use(pair.Network);
        var torch = pair.Use(pair.Torch);

        Assert.InRange(Math.Abs(torch.Loss - managed.Loss) / managed.Loss, 0, 1e-4);
        Assert.Equal(managed.Predictions, torch.Predictions);
    }

    [TorchTheory]
    [MemberData(nameof(Models))]
    public void Ten_steps_with_momentum_end_at_the_same_model(string model, string data)
    {
        var pair = new Pair(model, data);

        Assert.InRange(Pair.Apart(pair.TenSteps(pair.Network), pair.TenSteps(pair.Torch)), 0, 1e-3);
    }
}
