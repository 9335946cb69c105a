using System.Text.RegularExpressions;
using ActorLearning.Experiments;
using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Scenarios;
using TorchSharp;
using static TorchSharp.torch;

namespace ActorLearning.TorchSharp.Tests;

/// <summary>What cannot be computed is told before the first round, with the way out.</summary>
public sealed class RefusalTests
{
    private const string Way = "Install it where the system's loader finds it, or build with a package that brings it: "
        + "the property TorchPackage=TorchSharp-cpu";

    private static readonly Version Wanted = new(1, 13, 0, 1);

    [Fact]
    public void Without_libtorch_the_missing_file_is_named()
    {
        const string loader = "Unable to load shared library 'LibTorchSharp' or one of its dependencies.\n"
            + "libtorch_cpu.so.1.13: cannot open shared object file: No such file or directory\n/usr/lib/LibTorchSharp: no\n";

        var reason = TorchRuntime.Refusal(name => name == "LibTorchSharp" ? loader : null, () => null, Wanted);

        Assert.Equal(
            "libtorch 1.13 is not to be had: libtorch_cpu.so.1.13: cannot open shared object file: No such file or directory. "
            + Way, reason);
    }

    [Fact]
    public void A_libtorch_of_another_version_is_named_with_the_one_that_is_wanted()
    {
        var reason = TorchRuntime.Refusal(_ => null, () => "/lib/libtorch_cpu.so.2.1.0", Wanted);

        Assert.Equal(
            "libtorch 2.1.0 (/lib/libtorch_cpu.so.2.1.0) was found, and this TorchSharp is made for 1.13. Install that one, or "
            + "build with the properties TorchPackage and TorchVersion set to a TorchSharp for the libtorch there is", reason);
    }

    [Theory]
    [InlineData("2.1.0+cu121\n", "2.1.0")]
    [InlineData("1.13.1+cpu\n", null)]
    [InlineData("nightly\n", null)]
    public void An_archive_of_pytorchs_tells_its_version_beside_the_folder_of_its_files(string note, string? refused)
    {
        var folder = Directory.CreateTempSubdirectory("actorlearning-");
        var file = Path.Combine(folder.CreateSubdirectory("lib").FullName, "libtorch_cpu.so");
        File.WriteAllText(Path.Combine(folder.FullName, "build-version"), note);

        var reason = TorchRuntime.Refusal(_ => null, () => file, Wanted);
        folder.Delete(recursive: true);

        Assert.Equal(refused is null, reason is null);
        Assert.StartsWith(
            refused is null ? "" : $"libtorch {refused} ({file}) was found, ", reason ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lib/libtorch_cpu.so.1.13.0")]
    [InlineData("/program/libtorch_cpu.so")]
    [InlineData(null)]
    public void One_that_fits_or_does_not_tell_its_version_is_taken(string? file) =>
        Assert.Null(TorchRuntime.Refusal(name => name == "torch_cpu" ? "not under this name" : null, () => file, Wanted));

    [TorchFact]
    public void One_that_was_taken_is_told_with_its_version_its_file_and_its_devices()
    {
        var told = Regex.Match(
            TorchRuntime.Description, @"^TorchSharp [0-9.]+, libtorch ([0-9]+\.[0-9]+)[0-9.]* \((.*)\), cpu(,| and)");

        Assert.Equal(TorchRuntime.Wanted.ToString(2), told.Groups[1].Value);
        Assert.True(File.Exists(told.Groups[2].Value), TorchRuntime.Description);
    }

    [TorchFact]
    public void A_device_that_is_not_there_is_refused()
    {
        var count = cuda.is_available() ? cuda.device_count() : 0;

        var e = Assert.Throws<BackendException>(
            () => new TorchObjective(nn.Linear(6, 3), options: new TorchOptions { Device = $"cuda:{count}" }));

        Assert.Equal("device", e.Key);
        Assert.StartsWith($"cuda:{count} is not there: ", e.Message, StringComparison.Ordinal);
        Assert.Contains(count == 0 ? "Take device: cpu" : $"cuda:0 to cuda:{count - 1}", e.Message);
    }

    [TorchFact]
    public void A_module_that_returns_the_wrong_shape_is_refused()
    {
        var e = Assert.Throws<BackendException>(
            () => new TorchObjective(nn.Conv2d(3, 4, 3L), new Shape(3, 8, 8)));

        Assert.Equal(
            "the module returns Float32 of shape [2, 4, 6, 6] for examples of shape [2 × 3 × 8 × 8]; needed is Float32 of shape "
            + "[2, classes]: a row of scores for each example", e.Message);
    }

    [TorchTheory]
    [InlineData(784, 3, "model: mine tells 3 labels apart; mnist has 10")]
    [InlineData(6, 10, "model: mine takes 6 features; an example of mnist has 784")]
    public async Task A_module_for_other_data_is_refused_before_the_first_round(int features, int labels, string problem)
    {
        using var objective = new TorchObjective(nn.Linear(features, labels));
        var experiment = new Experiment { ["model"] = "mine", Models = { ["mine"] = objective } };

        var e = await Assert.ThrowsAsync<InputException>(
            () => experiment.RunAsync(_ => throw new InvalidOperationException("a round has been run")));

        Assert.Contains(problem, e.Message);
    }

    [TorchFact]
    public void A_module_that_takes_other_examples_is_refused_with_its_own_reason()
    {
        var e = Assert.Throws<BackendException>(() => new TorchObjective(nn.Linear(6, 3), new Shape(5, 1, 1)));

        Assert.StartsWith("the module refuses examples of shape [2 × 5]: ", e.Message, StringComparison.Ordinal);
        Assert.Contains("2x5", e.Message);
        Assert.DoesNotContain('\n', e.Message);
    }

    [TorchFact]
    public void A_module_that_does_not_say_how_large_an_example_is_has_to_be_told()
    {
        var e = Assert.Throws<BackendException>(() => new TorchObjective(nn.Conv2d(3, 4, 3L)));

        Assert.Contains("new TorchObjective(module, new Shape(3, 32, 32))", e.Message);
    }

    [TorchFact]
    public void Parameters_and_buffers_of_other_types_are_refused()
    {
        var doubles = Assert.Throws<BackendException>(
            () => new TorchObjective(nn.Linear(6, 3, dtype: ScalarType.Float64), new Shape(6, 1, 1)));
        var nothing = Assert.Throws<BackendException>(() => new TorchObjective(nn.ReLU(), new Shape(6, 1, 1)));

        Assert.Equal("parameter weight of the module is Float64, and learners exchange 32-bit floats; "
            + "call module.to(ScalarType.Float32) first", doubles.Message);
        Assert.Equal("the module has no parameter to train: none of them requires a gradient", nothing.Message);
    }
}
