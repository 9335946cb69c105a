using System.Globalization;
using System.Text;
using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Records;
using ActorLearning.Reporting;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Display;

/// <summary>What is told of a run in words.</summary>
internal static class Sentence
{
    // Lines fit a terminal of eighty columns, or nearly.
    private const int WidestCurve = 30;

    /// <summary>What will be run, with a line for the graph where there is one.</summary>
    public static string OfStart(Scenario scenario) =>
        OfGraph(scenario) is { } graph ? $"{Of(scenario)}{Environment.NewLine}{graph}" : Of(scenario);

    /// <summary>What will be run.</summary>
    public static string Of(Scenario scenario)
    {
        var liars = scenario.ByzantineCount == 0 ? "all honest"
            : $"{scenario.ByzantineCount} Byzantine ({string.Join("; ", scenario.Byzantine.Select(group => group.AttackText))})";
        return $"{scenario.Name}: {scenario.Learners} learners, {liars}, {scenario.Model.Parameters:N0} parameters, "
            + $"{Peers(scenario)}, assumed Byzantine {scenario.Exchange.AssumedByzantine}, "
            + $"{scenario.Aggregation.Text}, {scenario.Rounds} rounds, seed {scenario.Seed}";
    }

    /// <summary>What is left of the graph for the honest learners; null where there is none.</summary>
    public static string? OfGraph(Scenario scenario)
    {
        if (HonestGraph.Of(scenario) is not { } graph)
        {
            return null;
        }

        var honest = scenario.Learners - scenario.ByzantineCount;
        var degrees = graph.LeastDegree == graph.GreatestDegree ? $"{graph.LeastDegree}"
            : $"{graph.LeastDegree} to {graph.GreatestDegree}";
        var connected = graph.Parts == 1 ? $"the {honest} honest learners are connected"
            : $"the {honest} honest learners fall into {graph.Parts} parts, the largest of {graph.Largest}: "
                + "no rule can bring them together";
        return $"graph: {graph.Edges} edges, {degrees} neighbours, "
            + $"at most {graph.ByzantineNeighbours} Byzantine; {connected}";
    }

    /// <summary>An evaluation.</summary>
    public static string Of(RunProgress progress) =>
        $"round {progress.Round.Round,5}   accuracy mean {progress.Round.Accuracy!.Mean:F3}  "
        + $"worst {progress.Round.Accuracy.Worst:F3}   {Pace(progress)}";

    /// <summary>Learners that did not report in time.</summary>
    public static string OfMissing(RoundRecord round) =>
        $"round {round.Round,5}   went on without learner(s) {string.Join(", ", round.Missing.Take(20))}";

    /// <summary>The outcome, where it lies, and what to do next.</summary>
    public static string OfEnd(RunRecord record, string folder, string file)
    {
        var text = new StringBuilder().AppendLine();
        var rounds = record.Last?.Round ?? 0;
        var how = record.IsInterrupted ? $"ended early after round {rounds}" : $"done, {rounds} rounds";
        text.AppendLine($"{how} in {record.Elapsed.TotalSeconds:F1} s");
        if (record.Accuracy is { } accuracy)
        {
            var curve = record.Rounds.Where(round => round.Accuracy is not null).Select(round => round.Accuracy!.Mean);
            text.AppendLine($"accuracy    mean {accuracy.Mean:F3}, worst {accuracy.Worst:F3}, best {accuracy.Best:F3}   "
                + Sparkline.Of(curve, WidestCurve));
        }

        if (record.Rounds.LastOrDefault(round => round.Accuracy is not null)?.TestLoss is { } loss && !double.IsFinite(loss))
        {
            text.AppendLine("diverged    the loss is no number any more; take a smaller training.rate, or training.clip");
        }

        text.AppendLine($"Byzantine   met at most {record.ByzantineMetMax} in one pull, "
            + $"assumed {record.Scenario.Exchange.AssumedByzantine}");
        if (record.ModelHash is { } hash)
        {
            text.AppendLine($"model hash  {hash}");
        }

        text.AppendLine($"results     {folder}").AppendLine();
        text.AppendLine("Try next (actorlearning is short for dotnet run -c Release --project src/ActorLearning.Cli --):");
        if (record is { IsInterrupted: true, Engine: "embedded" })
        {
            text.AppendLine($"  actorlearning resume {folder}   # go on where it stopped");
        }

        foreach (var (arguments, meaning) in Suggestions(record.Scenario, file))
        {
            text.AppendLine($"  actorlearning {arguments}   # {meaning}");
        }

        return text.ToString();
    }

    private static IEnumerable<(string Arguments, string Meaning)> Suggestions(Scenario scenario, string file)
    {
        if (scenario.Aggregation.Text != "mean")
        {
            yield return ($"run {file} --set aggregation=mean", "the same without a robust rule");
        }

        // Of a mixed population no single attack can be overridden, and without liars none matters.
        if (scenario.Byzantine is [var liars])
        {
            var other = liars.AttackText.StartsWith("sign-flip", StringComparison.Ordinal) ? "alie" : "sign-flip";
            yield return ($"run {file} --set byzantine.attack={other}", "another attack");
        }

        yield return ($"plan --learners {scenario.Learners} --byzantine {scenario.ByzantineCount} --rounds {scenario.Rounds} "
            + "--confidence 0.99", "how many peers to pull");
        yield return ("list", "every rule, attack, split and model");
    }

    private static string Peers(Scenario scenario) => scenario.Exchange.Peers is { Graph: null } drawn
        ? drawn.Text.StartsWith("pull", StringComparison.Ordinal) ? $"{drawn.Count} peers a pull" : drawn.Text
        : $"graph {scenario.Exchange.Peers.Text}";

    /// <summary>How fast it goes and how long it will take; empty before the first round.</summary>
    public static string Pace(RunProgress progress)
    {
        var (round, elapsed) = (progress.Round.Round, progress.Record.Elapsed.TotalSeconds);
        if (round == 0 || elapsed <= 0)
        {
            return "";
        }

        var left = TimeSpan.FromSeconds(elapsed / round * (progress.Record.Scenario.Rounds - round));
        return $"{round / elapsed:F1} rounds/s   {(int)left.TotalMinutes}:{left.Seconds:00} left";
    }
}
