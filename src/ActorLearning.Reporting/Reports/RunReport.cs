using ActorLearning.Reporting.Charts;
using ActorLearning.Reporting.Html;
using ActorLearning.Reporting.Runs;

namespace ActorLearning.Reporting.Reports;

/// <summary>One run as a page: what came of it, how it went, who did how well, what ran.</summary>
public static class RunReport
{
    // With more learners the panels and bars show the worst and the first of them; the tables beside the report have all.
    private const int MostPanels = 200;

    /// <summary>The page. Equal runs give equal pages, but for what the clock measured.</summary>
    public static string Write(FinishedRun run)
    {
        var body = new Markup();
        AddHead(body, run);
        AddCurves(body, run);
        AddLearners(body, run);
        GraphSection.Add(body, run);
        AddData(body, run);
        CostSection.Add(body, run);
        ScenarioSection.Add(body, run);
        return Page.Write($"{run.Name}, seed {run.Seed}", body);
    }

    private static void AddHead(Markup body, FinishedRun run)
    {
        body.Add($"<header><h1>{run.Name}</h1>\n<p class=\"what\">{Words.Of(run)}</p>\n");
        body.Add($"<p class=\"verdict\">{Verdict.Of(run)}</p>\n<div class=\"tiles\">");
        if (run.Last?.Accuracy is { } accuracy)
        {
            AddTile(body, "mean accuracy", Figures.Share(accuracy.Mean), "of the honest learners");
            AddTile(body, "worst", Figures.Share(accuracy.Worst), "honest learner");
            AddTile(body, "best", Figures.Share(accuracy.Best), "honest learner");
        }

        AddTile(body, "Byzantine met", Figures.Whole(run.ByzantineMetMax),
            $"at most in one exchange; b̂ = {Figures.Whole(run.AssumedByzantine)}");
        var rounds = run.Rounds.Count > 0 ? run.Rounds[^1].Round : 0;
        AddTile(body, "rounds", Figures.Whole(rounds), $"in {Figures.Time(run.Elapsed)}");
        body.Add($"</div></header>\n");
    }

    private static void AddTile(Markup body, string name, string value, string detail) => body.Add(
        $"<div class=\"tile\"><span>{name}</span><b>{value}</b><small>{detail}</small></div>");

    private static void AddCurves(Markup body, FinishedRun run)
    {
        if (run.Rounds.Count == 0)
        {
            return;
        }

        body.Add($"<section><h2>How it went</h2><div class=\"charts\">\n");
        foreach (var chart in RunCharts.All(run))
        {
            body.Add(chart.Draw());
        }

        body.Add($"</div></section>\n");
    }

    private static void AddLearners(Markup body, FinishedRun run)
    {
        var rounds = run.Evaluated.ToList();
        var curves = LearnerCurves.Of(run);
        if (rounds.Count == 0 || curves.Count == 0)
        {
            return;
        }

        body.Add($"<section><h2>Learner by learner</h2>\n");
        if (rounds.Count > 1)
        {
            var shown = curves.Count <= MostPanels ? curves
                : [.. curves.OrderBy(line => line.Values[^1]).Take(MostPanels)];
            body.Add($"<p class=\"note\">Accuracy of each honest learner from 0 to 1, the mean of all in grey");
            body.Add($"{(shown.Count < curves.Count ? $"; the {MostPanels} worst of {curves.Count}" : "")}.</p>\n");
            body.Add(Panels.Draw("round", [.. rounds.Select(round => (double)round.Round)],
                [.. rounds.Select(round => (double?)round.Accuracy!.Mean)], shown));
        }

        body.Add(Page.Behind(LearnerCurves.Table(run)));
        if (run.Confusion is { } confusion)
        {
            body.Add(ConfusionPicture.Of(confusion).Draw());
        }

        body.Add($"</section>\n");
    }

    private static void AddData(Markup body, FinishedRun run)
    {
        if (run.Shards.Count == 0)
        {
            return;
        }

        string[] labels = [.. Enumerable.Range(0, run.Shards[0].Labels.Count).Select(label => Figures.Whole(label))];
        var shown = run.Shards.Take(1000).Select(shard => (Figures.Whole(shard.Learner), shard.Labels)).ToList();
        body.Add($"<section><h2>Who trains on what</h2><p class=\"note\">Split {run.Setting("data.split")}: ");
        body.Add($"training examples of each label at each honest learner");
        body.Add($"{(shown.Count < run.Shards.Count ? "; the first 1,000 learners" : "")}.</p>\n");
        body.Add(new StackedBars("Training examples by label", labels, shown).Draw());
        body.Add($"</section>\n");
    }
}
