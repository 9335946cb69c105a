using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Charts;
using ActorLearning.Reporting.Html;
using ActorLearning.Reporting.Runs;

namespace ActorLearning.Reporting.Reports;

/// <summary>How every single learner went.</summary>
internal static class LearnerCurves
{
    /// <summary>A line a learner over the evaluated rounds; the worst and the best at the end are coloured.</summary>
    public static IReadOnlyList<Series> Of(FinishedRun run)
    {
        var place = run.Evaluated.Select((round, i) => (round.Round, i)).ToDictionary(pair => pair.Round, pair => pair.i);
        var curves = new SortedDictionary<int, double?[]>();
        foreach (var item in run.Evaluations.Where(item => place.ContainsKey(item.Round)))
        {
            if (!curves.TryGetValue(item.Learner, out var curve))
            {
                curves[item.Learner] = curve = new double?[place.Count];
            }

            curve[place[item.Round]] = item.AfterAggregation.Accuracy;
        }

        var (worst, best) = Ends(curves);
        return [.. curves.Select(pair => new Series(
            $"{pair.Key}{(pair.Key == worst ? " worst" : pair.Key == best ? " best" : "")}",
            pair.Key == worst ? 4 : pair.Key == best ? 3 : 1, pair.Value))];
    }

    /// <summary>The numbers at the end, a row a learner.</summary>
    public static Markup Table(FinishedRun run)
    {
        var round = run.Last?.Round;
        var shards = run.Shards.ToDictionary(shard => shard.Learner);
        IEnumerable<string> Row(LearnerEvaluation item)
        {
            yield return Figures.Whole(item.Learner);
            yield return Figures.Share(item.AfterAggregation.Accuracy);
            yield return Figures.Of(item.AfterAggregation.Loss);
            if (shards.TryGetValue(item.Learner, out var shard))
            {
                yield return Figures.Whole(shard.Labels.Sum());
                yield return Figures.Whole(shard.Labels.Count(count => count > 0));
            }
        }

        string[] header = ["learner", "accuracy", "test loss", .. run.Shards.Count > 0 ? new[] { "examples", "labels" } : []];
        return Page.Table(header, run.Evaluations.Where(item => item.Round == round).Select(Row));
    }

    private static (int Worst, int Best) Ends(SortedDictionary<int, double?[]> curves)
    {
        var known = curves.Where(pair => pair.Value[^1] is not null).ToList();
        return known.Count < 2 ? (-1, -1)
            : (known.MinBy(pair => pair.Value[^1]).Key, known.MaxBy(pair => pair.Value[^1]).Key);
    }
}
