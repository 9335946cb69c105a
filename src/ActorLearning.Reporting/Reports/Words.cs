using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Runs;

namespace ActorLearning.Reporting.Reports;

/// <summary>What is told of a run besides pictures.</summary>
internal static class Words
{
    /// <summary>What ran.</summary>
    public static string Of(FinishedRun run)
    {
        var attack = Attack(run);
        var liars = run.Byzantine.Count == 0 ? "all honest"
            : $"{Figures.Whole(run.Byzantine.Count)} Byzantine{(attack.Length > 0 ? $" ({attack})" : "")}";
        var parameters = Figures.Whole(run.Parameters);
        return $"{run.Setting("learners")} learners, {liars}; {run.Setting("aggregation")}; {run.Setting("exchange.peers")}, "
            + $"b̂ = {Figures.Whole(run.AssumedByzantine)}; {run.Setting("model")} with {parameters} parameters "
            + $"on {run.Setting("data.set")}, {run.Setting("data.split")}; seed {run.Setting("seed")}";
    }

    /// <summary>The attacks, as the scenario has them.</summary>
    public static string Attack(FinishedRun run) => string.Join(", ", run.Settings
        .Where(pair => pair.Key.StartsWith("byzantine", StringComparison.Ordinal) && pair.Key.Contains(".attack"))
        .Select(pair => pair.Value).Distinct());

    /// <summary>The messages of a run; kinds that did not occur are left out, but for those every run has.</summary>
    public static IEnumerable<string[]> Messages(FinishedRun run)
    {
        (string Name, Func<RoundRecord, long> Count, bool IsKept)[] kinds =
        [
            ("models pulled", round => round.Pulls, true),
            ("usable answers", round => round.Answers, true),
            ("timeouts", round => round.Timeouts, true),
            ("broken answers", round => round.Broken, false),
            ("late answers", round => round.Late, false),
            ("second answers", round => round.Duplicates, false),
            ("unasked answers", round => round.Unasked, false),
            ("honest models offered to the rule", round => round.HonestOffered, false),
            ("of them refused", round => round.HonestRefused, false),
            ("Byzantine models offered to the rule", round => round.ByzantineOffered, false),
            ("of them accepted", round => round.ByzantineAccepted, false),
        ];
        foreach (var (name, count, isKept) in kinds)
        {
            var sum = run.Rounds.Sum(count);
            if (isKept || sum > 0)
            {
                yield return [name, Figures.Whole(sum)];
            }
        }

        yield return ["bytes of usable models", Figures.Bytes(run.Rounds.Sum(round => round.Bytes))];
        if (run.Rounds.Sum(round => round.Missing.Count) is > 0 and var missing)
        {
            yield return ["reports missing at a round's end", Figures.Whole(missing)];
        }
    }
}
