using System.Text.Json;

namespace ActorLearning.Cli.Tests.Runs;

[Collection(ConsoleCollection.Name)]
public sealed class ExpectedHashTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void The_hash_a_scenario_expects_is_checked()
    {
        using var record = JsonDocument.Parse(work.Run("--json").AssertDone().Lines[^1]);
        var hash = record.RootElement.GetProperty("modelHash").GetString()!;
        var other = new string('0', 64);

        var right = work.Run("--quiet", "--set", $"expect.modelHash={hash}");
        var wrong = work.Run("--quiet", "--set", $"expect.modelHash='{other}'");

        right.AssertDone();
        Assert.Equal(CommandLine.Failed, wrong.Exit);
        Assert.Equal($"expect.modelHash: the run ended with {hash}, the scenario expects {other}\n", wrong.Error);
        Assert.Equal(3, work.RunFolders.Length);
        Assert.All(work.RunFolders, folder => Assert.True(File.Exists(Path.Combine(folder, "record.json"))));
    }
}
