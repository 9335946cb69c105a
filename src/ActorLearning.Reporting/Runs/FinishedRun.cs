using ActorLearning.Engine.Records;
using ActorLearning.Protocol.Peers;

namespace ActorLearning.Reporting.Runs;

/// <summary>What a run's folder tells of it.</summary>
public sealed record FinishedRun
{
    /// <summary>The folder.</summary>
    public required string Folder { get; init; }

    /// <summary>What the run is called.</summary>
    public required string Name { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Eight hexadecimal digits that tell scenarios apart.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Which engine ran it.</summary>
    public required string Engine { get; init; }

    /// <summary>Whether it went to its end.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The hash over all honest models; null where it did not go to its end.</summary>
    public string? ModelHash { get; init; }

    /// <summary>The value of every key of the scenario, defaults included.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>The scenario as run.</summary>
    public required string ScenarioText { get; init; }

    /// <summary>The Byzantine learners, ascending.</summary>
    public required IReadOnlyList<int> Byzantine { get; init; }

    /// <summary>How many Byzantine peers an exchange was assumed to have at most.</summary>
    public required int AssumedByzantine { get; init; }

    /// <summary>Length of a model.</summary>
    public required long Parameters { get; init; }

    /// <summary>Wall-clock time of the rounds.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Versions of what ran it, by name.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    /// <summary>The commit it was built from; empty where unknown.</summary>
    public required string Commit { get; init; }

    /// <summary>The rounds in order.</summary>
    public required IReadOnlyList<RoundRecord> Rounds { get; init; }

    /// <summary>Every evaluation of every learner, by round and learner.</summary>
    public required IReadOnlyList<LearnerEvaluation> Evaluations { get; init; }

    /// <summary>What every honest learner trains on.</summary>
    public IReadOnlyList<LearnerShard> Shards { get; init; } = [];

    /// <summary>What the worst learner takes for what; null where that is not recorded.</summary>
    public Confusion? Confusion { get; init; }

    /// <summary>Who exchanges models with whom; null where peers are drawn anew, or that is not recorded.</summary>
    public Graph? Graph { get; init; }

    /// <summary>What worker threads spent their time on; null where that is not recorded.</summary>
    public PhaseTimes? Phases { get; init; }

    /// <summary>The rounds that were evaluated.</summary>
    public IEnumerable<RoundRecord> Evaluated => Rounds.Where(round => round.Accuracy is not null);

    /// <summary>The last evaluated round; null before the first.</summary>
    public RoundRecord? Last => Evaluated.LastOrDefault();

    /// <summary>Most Byzantine peers any honest learner met in one exchange.</summary>
    public int ByzantineMetMax => Rounds.Select(round => round.ByzantineMetMax).DefaultIfEmpty().Max();

    /// <summary>The value of a key; empty where the scenario has none.</summary>
    public string Setting(string key) => Settings.GetValueOrDefault(key, "");

    /// <summary>Number of rounds the scenario asks for.</summary>
    public int RoundsWanted => int.TryParse(Setting("rounds"), out var rounds) ? rounds : Rounds.Count;
}
