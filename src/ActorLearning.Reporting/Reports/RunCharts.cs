using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Charts;
using ActorLearning.Reporting.Runs;

namespace ActorLearning.Reporting.Reports;

/// <summary>The charts over the rounds of one run; what a run has not measured has no chart.</summary>
internal static class RunCharts
{
    /// <summary>The charts in the order of the page.</summary>
    public static IEnumerable<LineChart> All(FinishedRun run)
    {
        var x = run.Rounds.Select(round => (double)round.Round).ToList();
        LineChart Chart(string title, params Series[] lines) => new(title, "round", x, lines);
        if (run.Last is not null)
        {
            yield return Chart("Accuracy of the honest learners", [.. Accuracy(run)]) with
            {
                IsShare = true,
                Note = "The band reaches from the worst to the best learner.",
            };
        }

        var losses = new[]
        {
            new Series("test loss, mean", 1, Of(run, round => round.TestLoss)),
            new Series("training loss, mean", 2, Of(run, round => round.TrainingLoss)) { IsDashed = true },
        }.Where(line => line.Values.Any(value => value is not null)).ToArray();
        if (losses.Length > 0)
        {
            yield return Chart("Loss", losses) with { Note = Gaps(losses) };
        }

        var distance = new Series("mean distance from the mean model", 3, Of(run, round => round.ConsensusDistance));
        if (distance.Values.Any(value => value is not null))
        {
            yield return Chart("Consensus distance", distance) with { Note = Gaps([distance]) };
        }

        if (run.Byzantine.Count > 0)
        {
            yield return Chart("Byzantine models in one exchange",
                new Series("most that any honest learner met", 4,
                    Of(run, round => round.Round == 0 ? null : round.ByzantineMetMax))
                {
                    IsDotted = true,
                },
                new Series("assumed at most, b̂", 0, Of(run, _ => run.AssumedByzantine)) { IsDashed = true }) with
            {
                IsCount = true,
            };
        }

        var troubles = Troubles(run).Where(line => line.Values.Any(value => value > 0)).ToArray();
        if (troubles.Length > 0)
        {
            yield return Chart("Answers that were missing, broken, late or too many", troubles) with { IsCount = true };
        }
    }

    private static IEnumerable<Series> Accuracy(FinishedRun run)
    {
        yield return new Series("mean", 1, Of(run, round => round.Accuracy?.Mean))
        {
            Low = Of(run, round => round.Accuracy?.Worst),
            High = Of(run, round => round.Accuracy?.Best),
        };
        yield return new Series("worst", 4, Of(run, round => round.Accuracy?.Worst));
        yield return new Series("best", 3, Of(run, round => round.Accuracy?.Best));
        if (run.Rounds.Any(round => round.AccuracyAfterTraining is not null))
        {
            yield return new Series("mean after the local steps", 2, Of(run, round => round.AccuracyAfterTraining?.Mean))
            {
                IsDashed = true,
            };
        }
    }

    private static IEnumerable<Series> Troubles(FinishedRun run) =>
    [
        new Series("timeouts", 2, Of(run, round => round.Timeouts)),
        new Series("broken", 4, Of(run, round => round.Broken)),
        new Series("late", 5, Of(run, round => round.Late)),
        new Series("second answers", 3, Of(run, round => round.Duplicates)),
        new Series("unasked", 1, Of(run, round => round.Unasked)),
    ];

    private static string Gaps(IEnumerable<Series> lines) =>
        lines.Any(line => line.Values.Any(value => value is { } number && !double.IsFinite(number)))
            ? "Gaps: the value is no finite number there; the models have diverged." : "";

    private static IReadOnlyList<double?> Of(FinishedRun run, Func<RoundRecord, double?> value) => [.. run.Rounds.Select(value)];
}
