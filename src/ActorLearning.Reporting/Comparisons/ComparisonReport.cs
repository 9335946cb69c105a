using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Charts;
using ActorLearning.Reporting.Html;

namespace ActorLearning.Reporting.Comparisons;

/// <summary>Runs side by side as a page.</summary>
public static class ComparisonReport
{
    private const int MostLines = 8;

    /// <summary>The page.</summary>
    public static string Write(Comparison comparison)
    {
        var title = string.Join(" beside ", comparison.Runs.Select(run => run.Name).Distinct());
        var body = new Markup();
        body.Add($"<header><h1>{title}</h1>\n<p class=\"verdict\">{comparison.Sentence}</p></header>\n");
        body.Add($"<section><h2>What came of them</h2><p class=\"note\">In brackets: the difference from the first run.</p>\n");
        AddMetrics(body, comparison);
        body.Add($"</section>\n");
        if (comparison.Differences.Count > 0)
        {
            body.Add($"<section><h2>What differs in the scenarios</h2>\n");
            body.Add(Page.Table(["key", .. comparison.Labels], comparison.Differences.Select(key =>
                new[] { key }.Concat(comparison.Runs.Select(run => run.Setting(key))))));
            body.Add($"</section>\n");
        }

        body.Add($"<section><h2>How they went</h2><div class=\"charts\">\n");
        body.AddEach(Charts(comparison), (markup, chart) => markup.Add(chart.Draw())).Add($"</div></section>\n");
        body.Add($"<section><h2>What they are</h2><div class=\"facts\">");
        body.Add(Page.Table(["", "", ""], comparison.Runs.Select((run, i) =>
            new[] { comparison.Labels[i], run.Folder, run.ModelHash ?? "no model hash" })));
        body.Add($"</div></section>\n");
        return Page.Write(title, body);
    }

    private static void AddMetrics(Markup body, Comparison comparison)
    {
        body.Add($"<div class=\"scroll\"><table><thead><tr><th>");
        body.AddEach(comparison.Labels, (markup, label) => markup.Add($"<th scope=\"col\">{label}")).Add($"</thead><tbody>\n");
        foreach (var metric in comparison.Metrics)
        {
            body.Add($"<tr><th scope=\"row\">{metric.Name}");
            for (var run = 0; run < comparison.Runs.Count; run++)
            {
                var style = metric.Sign(run) switch { > 0 => "better", < 0 => "worse", _ => "same" };
                body.Add($"<td class=\"{(run == 0 ? "first" : style)}\">{metric.Text(run)}");
            }

            body.Add($"\n");
        }

        body.Add($"</tbody></table></div>\n");
    }

    private static IEnumerable<LineChart> Charts(Comparison comparison)
    {
        (string Title, Func<RoundRecord, double?> Value, bool IsShare)[] pictures =
        [
            ("Mean accuracy", round => round.Accuracy?.Mean, true),
            ("Accuracy of the worst learner", round => round.Accuracy?.Worst, true),
            ("Mean accuracy before the exchange", round => round.AccuracyAfterTraining?.Mean, true),
            ("Mean accuracy on labels not seen", round => round.Unseen, true),
            ("Test loss", round => round.TestLoss, false),
            ("Training loss", round => round.TrainingLoss, false),
            ("Consensus distance", round => round.ConsensusDistance, false),
        ];
        var runs = comparison.Runs.Zip(comparison.Labels).Select((pair, i) => (Run: pair.First, Label: pair.Second, Colour: i))
            .Chunk(MostLines);
        return from picture in pictures
               from chunk in runs
               let rounds = chunk.SelectMany(item => item.Run.Rounds).Where(round => picture.Value(round) is not null)
                   .Select(round => round.Round).Distinct().Order().ToList()
               where rounds.Count > 0
               select new LineChart(picture.Title, "round", [.. rounds.Select(round => (double)round)], [.. chunk.Select(item =>
               {
                   var values = item.Run.Rounds.ToDictionary(round => round.Round, picture.Value);
                   return new Series(item.Label, 1 + item.Colour % MostLines,
                       [.. rounds.Select(round => values.GetValueOrDefault(round))]);
               })])
               {
                   IsShare = picture.IsShare,
               };
    }
}
