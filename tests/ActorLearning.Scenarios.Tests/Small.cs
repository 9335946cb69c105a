using ActorLearning.Scenarios.Catalogue;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Scenarios.Tests;

/// <summary>A small good scenario, a key a line, so that a test changes one line and knows where the problem stands.</summary>
internal static class Small
{
    public const string Text = """
        name: small
        learners: 10
        byzantine: { count: 2, attack: alie }
        data: { set: mnist, split: iid }
        model: softmax-regression
        training: { rate: 0.1 }
        exchange: { peers: pull(5), assumedByzantine: 2 }
        aggregation: trimmed-mean
        rounds: 5
        evaluate: { every: 1 }
        """;

    /// <summary>The scenario with a line replaced by others; lines are numbered from 1.</summary>
    public static string With(int line, string instead)
    {
        var lines = Text.Split('\n');
        lines[line - 1] = instead;
        return string.Join('\n', lines);
    }

    public static Scenario Read(string text, params string[] overrides) => ScenarioFile.Parse("my.yaml", text, overrides);

    /// <summary>The problems of a text, one a line, without the note on overrides, which has tests of its own.</summary>
    public static string Problems(string text, params string[] overrides) => string.Join('\n',
        Assert.Throws<InputException>(() => Read(text, overrides)).Problems
            .Select(problem => problem.ToString().Split(" (the file alone is good;")[0]));

    /// <summary>Asserts the problems of a text, one a line.</summary>
    /// <param name="expected">
    /// {attacks} in it stands for the names of that part of the catalogue, {training} for a section's keys, {} for the top's.
    /// </param>
    /// <param name="text">The scenario.</param>
    /// <param name="overrides">Settings over it.</param>
    public static void AssertProblems(string expected, string text, params string[] overrides)
    {
        var parts = Known.Parts.Select(part => (part.Key, Names: part.Value.Select(entry => entry.Name)))
            .Concat(ScenarioKeys.Sections.Append("").Select(section => (section, ScenarioKeys.NamesIn(section).AsEnumerable())));
        foreach (var (part, names) in parts)
        {
            expected = expected.Replace($"{{{part}}}", string.Join(", ", names), StringComparison.Ordinal);
        }

        Assert.Equal(expected, Problems(text, overrides));
    }

    /// <summary>The root of the repository.</summary>
    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ActorLearning.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("there is no ActorLearning.sln above the tests");
        }

        return folder.FullName;
    }
}
