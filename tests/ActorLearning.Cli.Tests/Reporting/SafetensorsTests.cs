using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using ActorLearning.Cli.Tests.Runs;

namespace ActorLearning.Cli.Tests.Reporting;

/// <summary>Model files, read by the published description of the format alone.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class SafetensorsTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void Every_honest_learner_leaves_its_model_with_names_and_shapes_of_its_tensors()
    {
        work.Run("--quiet", "--set", "model=mnist-cnn", "--set", "rounds=1", "--set", "evaluate.images=1").AssertDone();
        var folder = work.RunFolders[0];
        var files = Directory.GetFiles(Path.Combine(folder, "models")).Order(StringComparer.Ordinal).ToArray();

        var models = files.Select(file => Parse(File.ReadAllBytes(file))).ToArray();

        Assert.Equal(4, files.Length);
        Assert.All(models, model => Assert.Equal(
            [
                "0.weight [20,1,5,5]", "0.bias [20]", "3.weight [20,20,5,5]", "3.bias [20]", "6.weight [500,320]", "6.bias [500]",
                "8.weight [10,500]", "8.bias [10]",
            ],
            model.Tensors));
        Assert.All(models, model => Assert.StartsWith("C(20", model.About["model"], StringComparison.Ordinal));
        Assert.Equal(
            files.Select(Path.GetFileName),
            models.Select(model => $"learner-{int.Parse(model.About["learner"]):D6}.safetensors"));

        // The model hash is the SHA-256 of the SHA-256s of the models: what lies in the files is what the run ended with.
        var digests = models.SelectMany(model => SHA256.HashData(model.Data)).ToArray();
        Assert.Equal(RunFolderTests.Hash(folder), Convert.ToHexStringLower(SHA256.HashData(digests)));
    }

    [Theory]
    [InlineData("all", 4)]
    [InlineData("none", 0)]
    [InlineData("0", 0)]
    [InlineData("3", 3)]
    [InlineData("auto", 4)]
    public void The_scenario_says_how_many_are_written(string wanted, int expected)
    {
        work.Run("--quiet", "--set", $"checkpoint.models={wanted}", "--set", "rounds=1").AssertDone();

        var models = Path.Combine(work.RunFolders[0], "models");

        Assert.Equal(expected, Directory.Exists(models) ? Directory.GetFiles(models).Length : 0);
    }

    [Fact]
    public void Models_that_take_much_room_are_written_once()
    {
        // 4 honest learners of 7.9 million parameters: 127 MB.
        string[] large = ["--set", "model=mlp(10000)", "--set", "rounds=1", "--set", "training.batch=1"];
        work.Run(["--quiet", "--set", "evaluate.images=1", .. large]).AssertDone();

        var file = Assert.Single(Directory.GetFiles(Path.Combine(work.RunFolders[0], "models")));
        Assert.Equal(["0.weight [10000,784]", "0.bias [10000]", "2.weight [10,10000]", "2.bias [10]"],
            Parse(File.ReadAllBytes(file)).Tensors);
    }

    [Fact]
    public void The_cluster_engine_refuses_to_promise_models() =>
        work.Run("--engine", "cluster", "--set", "checkpoint.models=all").AssertRefused(
            "checkpoint.models: the cluster engine writes no models; take --engine embedded or --set checkpoint.models=none");

    private static (string[] Tensors, Dictionary<string, string> About, byte[] Data) Parse(byte[] file)
    {
        var length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(file));
        var text = file.AsSpan(8, length);
        Assert.Equal((byte)'{', text[0]);
        Assert.Equal(0, length % 8);
        using var header = JsonDocument.Parse(text.ToArray());
        var data = file[(8 + length)..];
        var (tensors, at) = (new List<string>(), 0);
        foreach (var item in header.RootElement.EnumerateObject().Where(item => item.Name != "__metadata__"))
        {
            var offsets = item.Value.GetProperty("data_offsets");
            var shape = item.Value.GetProperty("shape").EnumerateArray().Select(side => side.GetInt32()).ToArray();
            Assert.Equal("F32", item.Value.GetProperty("dtype").GetString());
            Assert.Equal(at, offsets[0].GetInt32()); // No gaps, no overlaps.
            at = offsets[1].GetInt32();
            Assert.Equal(4 * shape.Aggregate(1, (size, side) => size * side), at - offsets[0].GetInt32());
            tensors.Add($"{item.Name} [{string.Join(',', shape)}]");
        }

        Assert.Equal(data.Length, at);
        var about = header.RootElement.GetProperty("__metadata__").EnumerateObject()
            .ToDictionary(item => item.Name, item => item.Value.GetString()!);
        return ([.. tensors], about, data);
    }
}
