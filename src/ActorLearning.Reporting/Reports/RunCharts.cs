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

        foreach (var chart in Exchanges(run, Chart))
        {
            yield return chart;
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
    }

    /// <summary>What an exchange does: before and after it, on a learner's labels and on others, and what a rule takes.</summary>
    private static IEnumerable<LineChart> Exchanges(FinishedRun run, Func<string, Series[], LineChart> chart)
    {
        Series Line(string name, int colour, Func<RoundRecord, double?> value, bool isDashed = false) =>
            new(name, colour, Of(run, value)) { IsDashed = isDashed };
        LineChart[] charts =
        [
            chart("After the local steps and after the exchange",
            [
                Line("after the exchange, mean", 1, round =>
                    round.AccuracyAfterTraining is null ? null : round.Accuracy?.Mean),
                Line("after the local steps, mean", 2, round => round.AccuracyAfterTraining?.Mean, isDashed: true),
                Line("oscillation: how far a learner goes there and back", 0, round => round.Oscillation),
            ]) with { Note = "Accuracy. Local steps pull a learner to its own examples, the exchange pulls it back." },
            chart("Labels seen and not seen",
            [
                Line("seen, after the exchange", 1, round => round.Seen),
                Line("seen, after the local steps", 1, round => round.SeenAfterTraining, isDashed: true),
                Line("unseen, after the exchange", 5, round => round.Unseen),
                Line("unseen, after the local steps", 5, round => round.UnseenAfterTraining, isDashed: true),
            ]) with { Note = "Mean accuracy on test examples whose label the learner has, and has not, among its own." },
            chart("The rarest label",
            [
                Line("all labels, mean", 1, round => round.Rarest is null ? null : round.Accuracy?.Mean),
                Line("each learner's rarest, mean", 5, round => round.Rarest),
            ]) with { Note = "Accuracy on the label a learner has fewest examples of: targeted lies harm it first." },
            chart("Models refused and accepted by the rule",
            [
                Line("honest models refused", 3, round => Share(round.HonestRefused, round.HonestOffered)),
                Line("Byzantine models accepted", 4, round => Share(round.ByzantineAccepted, round.ByzantineOffered)),
            ]) with { Note = "Shares of the models offered. Refused: given no weight." },
        ];
        return from picture in charts
               let lines = picture.Lines.Where(line => line.Values.Any(value => value is not null)).ToArray()
               where lines.Length > 0
               select picture with { Lines = lines, IsShare = true };
    }

    private static double? Share(long part, long all) => all == 0 ? null : (double)part / all;

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
