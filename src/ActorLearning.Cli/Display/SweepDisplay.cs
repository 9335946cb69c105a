using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorLearning.Reporting;
using ActorLearning.Reporting.Sweeps;
using ActorLearning.Scenarios.Sweeps;

namespace ActorLearning.Cli.Display;

/// <summary>How a sweep is shown: a line a run, then a row a setting and what was best.</summary>
internal sealed class SweepDisplay(Sweep sweep, bool isQuiet, bool isJson)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stopwatch clock = new();
    private int done;
    private int ran;

    private bool IsTold => !isQuiet && !isJson;

    public void ShowCells()
    {
        foreach (var cell in sweep.Cells)
        {
            Console.WriteLine(Values(cell.Values));
        }
    }

    public void Start(int lanes)
    {
        clock.Start();
        if (IsTold)
        {
            Console.WriteLine($"{sweep.Name}: {sweep.Cells.Count} runs, {lanes} at a time");
        }
    }

    public void Show(int cell, SweepRun run, bool wasThere)
    {
        done++;
        ran += wasThere ? 0 : 1;
        if (isJson)
        {
            Console.WriteLine(Line(run, wasThere).ToJsonString(Plain));
        }
        else if (IsTold)
        {
            var accuracy = run.Run?.Last?.Accuracy;
            var how = wasThere ? "  was there" : Left();
            var outcome = run.Run is null ? $"failed: {run.Failure}"
                : $"mean {Figures.Share(accuracy?.Mean)}  worst {Figures.Share(accuracy?.Worst)}{how}";
            Console.WriteLine($"{done,5} of {sweep.Cells.Count}   {outcome}   {Values(run.Values)}");
        }
    }

    public void EndEarly()
    {
        if (IsTold)
        {
            Console.WriteLine($"ended early, {done} of {sweep.Cells.Count} runs done; the same command goes on from here");
        }
    }

    public void End(SweepOutcome outcome, string page)
    {
        if (!IsTold)
        {
            return;
        }

        Console.WriteLine();
        var names = outcome.Groups.Select(group => Values(group.Values, outcome.Settings)).ToList();
        var width = Math.Min(90, names.Select(name => name.Length).Append(7).Max());
        Console.WriteLine($"{"setting".PadRight(width)}   mean accuracy    worst of all   seeds");
        foreach (var (group, name) in outcome.Groups.Zip(names))
        {
            Console.WriteLine($"{name.PadRight(width)}   {group.Mean?.Text ?? "failed",-15}  "
                + $"{Figures.Share(group.WorstOfAll),-12}   {group.Runs.Count}");
        }

        Console.WriteLine();
        foreach (var sentence in SweepReport.Sentences(outcome))
        {
            Console.WriteLine(sentence);
        }

        Console.WriteLine($"report      {page}");
    }

    private string Left()
    {
        var left = clock.Elapsed / ran * (sweep.Cells.Count - done);
        return done == sweep.Cells.Count ? "" : $"  {(int)left.TotalMinutes}:{left.Seconds:00} left";
    }

    private JsonObject Line(SweepRun run, bool wasThere) => new()
    {
        ["values"] = new JsonObject([.. sweep.Axes.Select((axis, i) =>
            KeyValuePair.Create(axis.Key, (JsonNode?)run.Values[i]))]),
        ["accuracy"] = run.Run?.Last?.Accuracy is not { } accuracy ? null : new JsonObject
        {
            ["mean"] = accuracy.Mean,
            ["worst"] = accuracy.Worst,
            ["best"] = accuracy.Best,
        },
        ["modelHash"] = run.Run?.ModelHash,
        ["folder"] = run.Run?.Folder,
        ["failure"] = run.Failure.Length > 0 ? run.Failure : null,
        ["wasThere"] = wasThere,
    };

    private string Values(IReadOnlyList<string> values) => Values(values, sweep.Axes);

    private static string Values(IReadOnlyList<string> values, IReadOnlyList<SweepAxis> axes) => axes.Count == 0 ? "all"
        : string.Join("  ", axes.Select((axis, i) => string.Create(CultureInfo.InvariantCulture, $"{axis.Key}={values[i]}")));
}
