using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ActorLearning.Scenarios.Reading;
using ActorLearning.Testing.Networks;
using ActorLearning.Testing.Schedules;

namespace ActorLearning.Testing.Tests.Examples;

/// <summary>What docs/testing.md shows is what runs here.</summary>
public sealed partial class PageTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Folder(), "../../.."));
    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs/testing.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_page_shows_the_code_that_runs()
    {
        var code = File.ReadAllText(Path.Combine(Folder(), "LateAnswerTests.cs")).ReplaceLineEndings("\n");

        Assert.Contains($"```csharp\n{code}```\n", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schedules_of_the_page_and_of_the_repository_go_as_they_are_written()
    {
        var shown = Schedules().Matches(Page).Select(match => match.Groups["text"].Value).ToList();
        var kept = Directory.GetFiles(Path.Combine(Root, "schedules")).Select(File.ReadAllText).ToList();

        Assert.NotEmpty(shown);
        Assert.NotEmpty(kept);
        foreach (var text in shown.Concat(kept))
        {
            var file = ScheduleFile.Parse("schedule", text);
            var scenario = ScenarioFile.Read(Path.Combine(Root, "scenarios/explore.yaml"), $"seed={file.Seed ?? 1}");
            new Schedule(NetworkPlan.Of(scenario, file.Rounds ?? 2)).Play(file.Steps);
        }
    }

    [Fact]
    public void The_page_names_every_verb_of_a_schedule()
    {
        string[] lines = ["deliver", "hold", "drop", "duplicate", "send", "restart", "time passes", "deliver the rest", "expect"];

        Assert.All(lines, line => Assert.Contains($"| `{line}", Page, StringComparison.Ordinal));
        Assert.Equal(lines.Length, Enum.GetValues<Verb>().Length);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("```yaml\n(?<text>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Schedules();
}
