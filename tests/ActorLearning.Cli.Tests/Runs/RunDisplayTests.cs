using System.Text.Json;

namespace ActorLearning.Cli.Tests.Runs;

/// <summary>What a run shows.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class RunDisplayTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void A_run_tells_what_it_does_how_it_goes_and_how_it_went()
    {
        var lines = work.Run().AssertDone().Lines;

        Assert.StartsWith("Tiny run: 5 learners, 1 Byzantine (sign-flip), 7,850 parameters,", lines[0], StringComparison.Ordinal);
        Assert.Equal(
            ["round     0", "round     1", "round     2", "round     3"],
            lines.Where(line => line.StartsWith("round ", StringComparison.Ordinal)).Select(line => line[..11]));
        Assert.Matches(@"^round     3   accuracy mean 0\.\d{3}  worst 0\.\d{3}   \d+\.\d rounds/s   0:00 left$", lines[4]);
        Assert.Matches(@"^done, 3 rounds in \d+\.\d s$", lines[5]);
        Assert.Matches(@"^accuracy    mean 0\.\d{3}, worst 0\.\d{3}, best 0\.\d{3}   [▁-█]{4}$", lines[6]);
        Assert.Equal("Byzantine   met at most 1 in one pull, assumed 1", lines[7]);
        Assert.Matches("^model hash  [0-9a-f]{64}$", lines[8]);
        Assert.Equal($"results     {work.RunFolders[0]}", lines[9]);
    }

    [Theory]
    [InlineData("{ count: 1, attack: sign-flip }", 4)]
    [InlineData("{ count: 1, attack: alie }", 4)]
    [InlineData("{ count: 0 }", 3)]
    [InlineData("[{ count: 1, attack: alie }, { count: 1, attack: nan }]", 3)]
    public void What_it_says_to_try_next_can_be_run(string byzantine, int expected)
    {
        File.WriteAllText(work.Scenario, Workplace.Tiny
            .Replace("{ count: 1, attack: sign-flip }", byzantine, StringComparison.Ordinal)
            .Replace("rounds: 3", "rounds: 1", StringComparison.Ordinal));

        var lines = work.Run().AssertDone().Lines;

        var commands = lines.SkipWhile(line => !line.StartsWith("Try next")).Skip(1).Select(line => line.Split('#')[0].Trim())
            .ToList();
        Assert.Equal(expected, commands.Count);
        Assert.All(commands, command =>
        {
            var arguments = command.Split(' ');
            Assert.Equal("actorlearning", arguments[0]);
            Outcome.Of([arguments[1] == "run" ? "check" : arguments[1], .. arguments[2..]]).AssertDone();
        });
    }

    [Fact]
    public void As_JSON_every_line_is_an_object()
    {
        var lines = work.Run("--json").AssertDone().Lines;

        var objects = lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(5, objects.Count);
        Assert.Equal([0, 1, 2, 3], objects[..4].Select(item => item.GetProperty("round").GetInt32()));
        Assert.All(objects[..4], item => Assert.InRange(item.GetProperty("accuracy").GetProperty("mean").GetDouble(), 0, 1));
        using var record = JsonDocument.Parse(File.ReadAllText(Path.Combine(work.RunFolders[0], "record.json")));
        Assert.True(JsonElement.DeepEquals(record.RootElement, objects[4]));
    }

    [Fact]
    public void A_run_that_diverges_is_still_JSON()
    {
        var lines = work.Run("--json", "--set", "training.rate=3e38", "--set", "byzantine.count=0").AssertDone().Lines;

        Assert.Equal(5, lines.Length);
        Assert.Equal("NaN", JsonDocument.Parse(lines[3]).RootElement.GetProperty("testLoss").GetString());
    }

    [Fact]
    public void A_quiet_run_prints_nothing()
    {
        Assert.Equal("", work.Run("--quiet").AssertDone().Out);

        Assert.True(File.Exists(Path.Combine(work.RunFolders[0], "record.json")));
    }

    [Fact]
    public void Every_number_of_threads_ends_with_the_same_model()
    {
        var hashes = new[] { "1", "3" }.Select(threads => work.Run("--threads", threads).AssertDone().Lines[8]).ToList();

        Assert.StartsWith("model hash  ", hashes[0], StringComparison.Ordinal);
        Assert.Equal(hashes[0], hashes[1]);
    }
}
