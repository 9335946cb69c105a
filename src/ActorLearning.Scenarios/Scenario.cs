using ActorLearning.Learning.Objectives;
using ActorLearning.Learning.Splits;
using ActorLearning.Learning.Training;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Scenarios.Catalogue;
using ActorLearning.Scenarios.Faults;

namespace ActorLearning.Scenarios;

/// <summary>A run as it was asked for: valid by construction, so that nothing behind it checks again.</summary>
public sealed record Scenario
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The seed all random streams come from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of learners n, Byzantine ones included.</summary>
    public required int Learners { get; init; }

    /// <summary>The Byzantine learners, by strategy.</summary>
    public required IReadOnlyList<ByzantineGroup> Byzantine { get; init; }

    /// <summary>The data set.</summary>
    public required DataSource Data { get; init; }

    /// <summary>How the honest learners share the training examples.</summary>
    public required ISplit Split { get; init; }

    /// <summary>The model all learners train.</summary>
    public required IObjective Model { get; init; }

    /// <summary>What computes its losses and gradients.</summary>
    public BackendSettings Backend { get; init; } = BackendSettings.Managed;

    /// <summary>Local training.</summary>
    public required TrainingSettings Training { get; init; }

    /// <summary>Whether all learners start from the same parameters.</summary>
    public required bool SameStart { get; init; }

    /// <summary>Whether those are the longest of what the honest learners would have started from on their own.</summary>
    public bool StartsFromLongest { get; init; }

    /// <summary>The exchange of models.</summary>
    public required ExchangeSettings Exchange { get; init; }

    /// <summary>What becomes of the pulled models.</summary>
    public required AggregationPipeline Aggregation { get; init; }

    /// <summary>Number of rounds T.</summary>
    public required int Rounds { get; init; }

    /// <summary>When and on what models are evaluated.</summary>
    public required EvaluationSettings Evaluation { get; init; }

    /// <summary>How often the run is saved, and what of its outcome.</summary>
    public required CheckpointSettings Checkpoint { get; init; }

    /// <summary>What goes wrong, in virtual time.</summary>
    public required IReadOnlyList<Fault> Faults { get; init; }

    /// <summary>The model hash the run must end with, lower-case hexadecimal; null where none is stated.</summary>
    public string? ExpectedModelHash { get; init; }

    /// <summary>The text it was read from, overrides applied.</summary>
    public required string Text { get; init; }

    /// <summary>Eight hexadecimal digits that tell scenarios apart: of every setting but the name.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The value of every key as it was read, defaults included.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Number of Byzantine learners b.</summary>
    public int ByzantineCount => Byzantine.Sum(group => group.Count);
}
