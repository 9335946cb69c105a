// A small residual network written with TorchSharp as every learner's model, on CIFAR-10 (actorlearning data get cifar10).
// Arguments: device=cuda:0 computes there, any other key=value goes over the scenario below, and
// tiny takes a few rounds on made-up images instead.
using ActorLearning.Experiments;
using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Scenarios;
using ActorLearning.TorchSharp;

var isTiny = args.Contains("tiny");
var settings = args.Where(word => word.Contains('=')).Select(word => word.Split('=', 2))
    .ToDictionary(pair => pair[0], pair => pair[1]);
settings.Remove("device", out var device);
var shape = new Shape(3, 32, 32);
try
{
    var options = new TorchOptions { Device = device ?? "cpu" };
    using var network = new TorchObjective(() => new SmallResidualNetwork(), shape, options);
    var experiment = new Experiment
    {
        ["learners"] = isTiny ? 5 : 20, ["byzantine.count"] = isTiny ? 1 : 3, ["byzantine.attack"] = "alie",
        ["data.set"] = isTiny ? "stripes" : "cifar10", ["model"] = "residual",
        ["training.batch"] = isTiny ? 10 : 50, ["training.rate"] = 0.2, ["training.momentum"] = 0.9, ["training.decay"] = 0.0005,
        ["exchange.peers"] = isTiny ? "pull(3)" : "pull(6)", ["exchange.assumedByzantine"] = isTiny ? 1 : 3,
        ["aggregation"] = "nnm | trimmed-mean",
        ["rounds"] = isTiny ? 24 : 500, ["evaluate.every"] = isTiny ? 8 : 20, ["evaluate.images"] = isTiny ? 100 : 1000,
        DataSets = { ["stripes"] = Stripes.Make(shape) },
        Models = { ["residual"] = network },
    };
    foreach (var (key, value) in settings)
    {
        experiment[key] = value;
    }

    Console.WriteLine($"{network.Name}: {network.Parameters} parameters exchanged, "
        + $"{network.Statistics} values of buffers kept by each learner");
    await foreach (var round in experiment.Start().Rounds.Where(round => round.Accuracy is not null))
    {
        Console.WriteLine(FormattableString.Invariant(
            $"round {round.Round,3}   accuracy mean {round.Accuracy!.Mean:F3}, worst {round.Accuracy.Worst:F3}"));
    }

    return 0;
}
catch (Exception e) when (e is InputException or BackendException) // A missing data set, libtorch or device; a wrong key.
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
