using System.Globalization;
using ActorLearning.Robustness.Planning;

namespace ActorLearning.Cli.Reproduction;

/// <summary>RPEL's Figure 3: the effective fraction of Byzantine models against the peers pulled, exact and simulated.</summary>
internal static class PlannerFigure
{
    private const int Rounds = 200;
    private const double Confidence = .99;
    private const int Repetitions = 5;

    private static readonly (int Learners, int Byzantine)[] Populations =
        [(30, 6), (100, 10), (1000, 100), (10_000, 1000), (100_000, 10_000), (100_000, 20_000)];

    /// <summary>The table, a line at a time.</summary>
    public static IEnumerable<string> Lines()
    {
        yield return "| n, b | s | b̂ exact | fraction exact | fraction simulated | confidence of b̂ |";
        yield return "| --- | --- | --- | --- | --- | --- |";
        foreach (var (learners, byzantine) in Populations)
        {
            var setting = new PullSetting(learners, byzantine, Rounds, 0);
            foreach (var peers in new[] { 5, 10, 15, 20, 30, 50, 90 }.Where(peers => peers < learners))
            {
                yield return Line(setting, peers);
            }
        }
    }

    /// <summary>The fewest peers for each population: exact, and what the paper's lemmas ask for.</summary>
    public static IEnumerable<string> Bounds()
    {
        yield return "| n, b | fewest s, exact | b̂ | Lemma A.4 | Lemma 4.1 |";
        yield return "| --- | --- | --- | --- | --- |";
        foreach (var (learners, byzantine) in Populations)
        {
            var setting = new PullSetting(learners, byzantine, Rounds, 0);
            var exact = PullPlanner.SmallestPeers(setting, Confidence);
            var logarithmic = PaperBounds.LogarithmicPeers(setting, Confidence);
            yield return string.Create(CultureInfo.InvariantCulture,
                $"| {learners:N0}, {byzantine:N0} | {exact?.Peers} | {exact?.AssumedByzantine} | "
                + $"{PaperBounds.SufficientPlan(setting, Confidence)?.Peers} | "
                + $"{logarithmic:F0}{(logarithmic > learners - 1 ? ", more than there are" : "")} |");
        }
    }

    private static string Line(PullSetting setting, int peers)
    {
        var bound = Enumerable.Range(0, peers + 1)
            .First(bound => PullPlanner.Confidence(setting, peers, bound) >= Confidence);
        var simulated = PullSimulation.Run(setting, peers, Repetitions, seed: 1).AssumedByzantine;
        return string.Create(CultureInfo.InvariantCulture,
            $"| {setting.Learners:N0}, {setting.Byzantine:N0} | {peers} | {bound} | {bound / (peers + 1.0):F3} | "
            + $"{simulated / (peers + 1.0):F3} | {PullPlanner.Confidence(setting, peers, bound):F4} |");
    }
}
