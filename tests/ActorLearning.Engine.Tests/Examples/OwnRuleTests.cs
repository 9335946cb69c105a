using System.Runtime.CompilerServices;
using ActorLearning.Engine.Embedded;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Mixing;

namespace ActorLearning.Engine.Tests.Examples;

/// <summary>The page docs/adding-a-rule.md holds the code that is compiled here.</summary>
public sealed class OwnRuleTests
{
    [Fact]
    public async Task A_rule_of_ones_own_runs_behind_a_mixing_step()
    {
        var scenario = SmallRun.Scenario("rounds=3");
        var engine = new EmbeddedEngine(new EmbeddedOptions());

        var pipeline = new AggregationPipeline("nnm | own-and-nearest", [new NearestNeighbourMixing()], new OwnAndNearestRule());
        var record = await engine.RunAsync(scenario with { Aggregation = pipeline }, progress: null, CancellationToken.None);

        Assert.NotNull(record.ModelHash);
        Assert.NotEqual(SmallRun.Run("rounds=3").ModelHash, record.ModelHash);
    }

    [Fact]
    public void The_page_shows_the_code_that_compiles()
    {
        var folder = Folder();
        var page = File.ReadAllText(Path.Combine(folder, "../../../docs/adding-a-rule.md")).ReplaceLineEndings("\n");

        var rule = File.ReadAllText(Path.Combine(folder, "OwnAndNearestRule.cs")).ReplaceLineEndings("\n");
        var test = File.ReadAllText(Path.Combine(folder, "OwnRuleTests.cs")).ReplaceLineEndings("\n");

        Assert.Contains($"```csharp\n{rule}```\n", page);
        var start = page.IndexOf("var pipeline", StringComparison.Ordinal);
        var lines = page[start..page.IndexOf("```", start, StringComparison.Ordinal)].TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.Contains(line, test));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
