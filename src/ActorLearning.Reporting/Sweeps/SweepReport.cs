using ActorLearning.Reporting.Charts;
using ActorLearning.Reporting.Html;
using ActorLearning.Scenarios.Sweeps;

namespace ActorLearning.Reporting.Sweeps;

/// <summary>A sweep as a page: the best and the worst setting, heat maps, curves with confidence bands, every number.</summary>
public static class SweepReport
{
    /// <summary>The page, which lies in the sweep's folder.</summary>
    public static string Write(SweepOutcome outcome)
    {
        var body = new Markup();
        body.Add($"<header><h1>{outcome.Name}</h1>\n<p class=\"what\">{Shape(outcome)}</p>\n<p class=\"verdict\">");
        body.Add($"{string.Join(" ", Sentences(outcome))}</p></header>\n");
        foreach (var section in SweepPictures.Sections(outcome))
        {
            body.Add(section);
        }

        AddTable(body, outcome);
        return Page.Write($"{outcome.Name}, {Figures.Whole(outcome.Runs.Count)} runs", body);
    }

    /// <summary>What came of it, in sentences.</summary>
    public static IEnumerable<string> Sentences(SweepOutcome outcome)
    {
        var ranked = outcome.Ranked;
        if (ranked.Count == 0)
        {
            yield return "No run came to its end.";
        }
        else if (ranked.Count == 1)
        {
            yield return $"Mean accuracy {Of(ranked[0])}.";
        }
        else
        {
            yield return $"Best: {Named(outcome, ranked[0])}, mean accuracy {Of(ranked[0])}.";
            yield return $"Worst: {Named(outcome, ranked[^1])}, mean accuracy {Of(ranked[^1])}.";
        }

        if (outcome.Runs.Count(run => run.Failure.Length > 0) is > 0 and var failed)
        {
            yield return $"{Figures.Whole(failed)} of {Figures.Whole(outcome.Runs.Count)} runs failed.";
        }
    }

    /// <summary>The values of a group with their keys.</summary>
    internal static string Named(SweepOutcome outcome, SweepGroup group) =>
        string.Join(", ", outcome.Settings.Select((axis, i) => $"{axis.Key} = {group.Values[i]}"));

    private static string Of(SweepGroup group)
    {
        var seeds = group.Mean!.Value.Count;
        return $"{group.Mean.Value.Text}{(seeds > 1 ? $" over {Figures.Whole(seeds)} seeds" : "")}, "
            + $"worst learner {Figures.Share(group.WorstOfAll)}";
    }

    /// <summary>How many runs of what; seeds meet everything in a zip too.</summary>
    private static string Shape(SweepOutcome outcome)
    {
        static string Told(SweepAxis axis) => $"{axis.Key} ({Figures.Whole(axis.Values.Count)})";
        var settings = string.Join(outcome.IsZip ? " together with " : " × ", outcome.Settings.Select(Told));
        var seeds = outcome.Axes.Except(outcome.Settings).Select(Told);
        var all = string.Join(" × ", seeds.Append(settings).Where(part => part.Length > 0));
        return $"{Figures.Whole(outcome.Runs.Count)} runs: {all}";
    }

    private static void AddTable(Markup body, SweepOutcome outcome)
    {
        body.Add($"<section><h2>Every setting</h2><p class=\"note\">± is half the 95 % confidence interval of the mean over ");
        body.Add($"seeds. The same as tables: <a href=\"summary.csv\">summary.csv</a>, ");
        body.Add($"<a href=\"sweep.csv\">sweep.csv</a>.</p>\n");
        body.Add(Page.Table(
            [.. outcome.Settings.Select(axis => axis.Key), "seeds", "mean accuracy", "worst learner", "worst of all seeds"],
            outcome.Groups.Select(group => new[]
            {
                group.Values, [Figures.Whole(group.Mean?.Count ?? 0), group.Mean?.Text ?? "failed", group.Worst?.Text ?? "",
                    Figures.Share(group.WorstOfAll)],
            }.SelectMany(cells => cells))));
        body.Add($"<details><summary>Every run, with its report</summary><ul>\n");
        foreach (var run in outcome.Runs)
        {
            var values = string.Join(", ", outcome.Axes.Select((axis, i) => $"{axis.Key} = {run.Values[i]}"));
            if (run.Run is { } finished)
            {
                var accuracy = finished.Last?.Accuracy;
                body.Add($"<li><a href=\"{Path.GetFileName(finished.Folder)}/report.html\">{values}</a>: ");
                body.Add($"mean {Figures.Share(accuracy?.Mean)}, worst {Figures.Share(accuracy?.Worst)}\n");
            }
            else
            {
                body.Add($"<li>{values}: failed, {run.Failure}\n");
            }
        }

        body.Add($"</ul></details></section>\n");
    }
}
