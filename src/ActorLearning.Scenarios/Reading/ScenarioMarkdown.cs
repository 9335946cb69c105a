using System.Globalization;
using System.Text;

namespace ActorLearning.Scenarios.Reading;

/// <summary>The keys of a scenario as the page docs/scenario.md.</summary>
public static class ScenarioMarkdown
{
    /// <summary>Writes the page.</summary>
    public static string Write()
    {
        var page = new StringBuilder("""
            # Scenarios

            A scenario is a YAML file that says everything about a run; the same file and seed give the same bits. Every key
            it may have is here, as the program reads them. Written by `actorlearning list reference`; a test keeps it equal to
            the code.

            - A key that is required has no default. Everything else may be left out.
            - Keys of a section stand below its name, or in braces: `exchange: { peers: pull(10), steps: 2 }`.
            - Names such as `pull(10)` or `nnm | trimmed-mean` are those of [the catalogue](catalogue.md). Options go by name or
              in order: `alie(z=1.5)`, `alie(1.5)`.
            - Times are `200ms`, `5s`, `10m`, `1h`. They are virtual in the embedded engine and by the clock on a cluster.
            - `--set exchange.peers="pull(8)"` overrides a key for one run; in a sweep any key, but those inside a list of
              Byzantine groups, may hold a list, `[0.1, 0.2]`, or a range, `1..5` or `0.1..0.5 step 0.1`. Every value meets
              every other; with `sweep: zip` at the top of the file the first values of all keys go together, then the second
              ones, and only seeds meet everything.
            - `byzantine` may be a list of groups, each with keys of its own, for a mixed population.
            - What is wrong is told all at once, with line, value, what is allowed and the nearest right name:
              `actorlearning check scenarios/quickstart.yaml`.


            """);
        AddTable(page, "", "The top of the file");
        foreach (var section in ScenarioKeys.Sections)
        {
            AddTable(page, section, section);
        }

        return page.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    private static void AddTable(StringBuilder page, string section, string title)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n| key | holds | default | meaning |\n");
        page.Append("| --- | --- | --- | --- |\n");
        foreach (var key in ScenarioKeys.All.Where(key => key.Section == section))
        {
            var standard = key.Default switch { null => "required", "" => "none", _ => $"`{key.Default}`" };
            page.Append(CultureInfo.InvariantCulture,
                $"| `{key.Path}` | {Cell(Holds(key))} | {Cell(standard)} | {Cell(key.Meaning)} |\n");
        }

        page.Append('\n');
    }

    private static string Holds(ScenarioKey key) => key.Kind switch
    {
        KeyKind.Text => "text",
        KeyKind.Whole => $"a whole number{Range(key)}",
        KeyKind.Number => $"a number{Range(key)}",
        KeyKind.Duration => "a time",
        KeyKind.Word => Words(key),
        KeyKind.Call => Named(key),
        KeyKind.CallSchedule => $"{Named(key)}, or names from rounds on",
        KeyKind.WholeOrWord => $"a whole number{Range(key)}, or {Words(key)}",
        KeyKind.WholeOrDuration => $"a whole number{Range(key)}, or a time",
        KeyKind.NumberOrWord => $"a number{Range(key)}, or `{key.Default}`",
        KeyKind.Schedule => $"a number{Range(key)}, or numbers from iterations on",
        KeyKind.WordOrList => $"{Words(key)}, or a list of learners",
        KeyKind.List => $"a list of [{Part(key)}](catalogue.md#{Part(key)})",
        _ => throw new InvalidOperationException($"{key.Kind} has no words"),
    };

    private static string Named(ScenarioKey key) => key.Path switch
    {
        "aggregation" => "[mixing steps](catalogue.md#mixing) and a [rule](catalogue.md#rules)",
        "exchange.assumedByzantine" => "a whole number, or `auto(confidence)`: found by the planner",
        _ => $"one of [{Part(key)}](catalogue.md#{Part(key)})",
    };

    private static string Part(ScenarioKey key) => ScenarioSchema.CataloguePart.GetValueOrDefault(key.Path, "");

    private static string Words(ScenarioKey key) => string.Join(", ", key.Words.Select(word => $"`{word}`"));

    private static string Range(ScenarioKey key) => (double.IsFinite(key.Least), double.IsFinite(key.Most)) switch
    {
        (true, true) when key.Least == key.Most => string.Create(CultureInfo.InvariantCulture, $": only {key.Least}"),
        (true, true) => string.Create(CultureInfo.InvariantCulture, $" from {key.Least} to {key.Most:#,0.####}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $", at least {key.Least}"),
        _ => "",
    };

    /// <summary>A bar would end the cell.</summary>
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
