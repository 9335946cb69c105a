using System.CommandLine;
using ActorLearning.Reporting;
using ActorLearning.Reporting.Comparisons;
using ActorLearning.Reporting.Runs;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Commands;

/// <summary><c>compare RUN RUN…</c>: what differs in the scenarios and in what came of them.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string[]> Runs = new("run")
    {
        Description = "Folders of runs, two or more; the others are compared with the first",
        Arity = new ArgumentArity(2, 1000),
    };

    private static readonly Option<string?> Html =
        new("--html") { Description = "Write a page with overlaid charts to this file" };

    public static Command Create()
    {
        var command = new Command("compare",
            "Compare runs, e.g. actorlearning compare runs/quickstart-1-0a1b2c3d runs/quickstart-2-4e5f6a7b")
        {
            Runs, Html,
        };
        command.SetAction(parsed => Compare(parsed.GetRequiredValue(Runs), parsed.GetValue(Html)));
        return command;
    }

    private static int Compare(string[] folders, string? html)
    {
        var (runs, problems) = (new List<FinishedRun>(), new List<Problem>());
        foreach (var folder in folders)
        {
            try
            {
                runs.Add(RunReader.Read(folder));
            }
            catch (InputException e)
            {
                problems.AddRange(e.Problems);
            }
        }

        if (problems.Count > 0)
        {
            throw new InputException(problems);
        }

        var comparison = new Comparison(runs);
        Show(comparison);
        if (html is not null)
        {
            Write(html, ComparisonReport.Write(comparison));
            Console.WriteLine($"page   {html}");
        }

        return CommandLine.Done;
    }

    private static void Write(string path, string page)
    {
        try
        {
            AtomicFile.Write(path, page);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException("--html", $"{path} cannot be written: {e.Message}");
        }
    }

    private static void Show(Comparison comparison)
    {
        for (var i = 0; i < comparison.Runs.Count; i++)
        {
            Console.WriteLine($"[{i + 1}]  {comparison.Labels[i]}   {comparison.Runs[i].Folder}");
        }

        Console.WriteLine();
        Console.WriteLine(comparison.Sentence);
        Console.WriteLine();
        var rows = new List<string[]> { new[] { "" }.Concat(comparison.Runs.Select((_, i) => $"[{i + 1}]")).ToArray() };
        rows.AddRange(comparison.Differences.Select(key =>
            new[] { key }.Concat(comparison.Runs.Select(run => run.Setting(key))).ToArray()));
        rows.AddRange(comparison.Metrics.Select(metric =>
            new[] { metric.Name }.Concat(comparison.Runs.Select((_, i) => metric.Text(i))).ToArray()));
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            Console.WriteLine(string.Join("   ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
