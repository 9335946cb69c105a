using ActorLearning.Learning.Data;
using ActorLearning.Learning.Objectives;
using ActorLearning.Learning.Splits;
using ActorLearning.Protocol.Peers;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Experiments;

/// <remarks>Names of one's own.</remarks>
public sealed partial class Experiment
{
    /// <summary>Rules of one's own: the last step of <c>aggregation</c>.</summary>
    /// <remarks>Derive from <see cref="WeighingRule"/> or <see cref="CoordinateRule"/>.</remarks>
    public OwnNames<AggregationRule> Rules { get; } = new("rule or mixing step", IsStep);

    /// <summary>Mixing steps of one's own: in front of the rule of <c>aggregation</c>.</summary>
    public OwnNames<IMixingStep> MixingSteps { get; } = new("rule or mixing step", IsStep);

    /// <summary>Byzantine strategies of one's own, for <c>byzantine.attack</c>.</summary>
    public OwnNames<IAttack> Attacks { get; } = new("attack", name => Has(Known.Attacks.Entries, name));

    /// <summary>Models of one's own, for <c>model</c>: a loss over one flat vector and its gradient.</summary>
    public OwnNames<IObjective> Models { get; } = new("model", name => Has(Known.Models.Entries, name));

    /// <summary>Data sets of one's own, for <c>data.set</c>; what they hold counts in the scenario's fingerprint.</summary>
    public OwnNames<DataSet> DataSets { get; } = new("data set", name => Has(Known.DataSets.Entries, name));

    /// <summary>Splits of one's own, for <c>data.split</c>.</summary>
    public OwnNames<ISplit> Splits { get; } = new("split", name => Has(Known.Splits.Entries, name));

    /// <summary>
    /// Graphs of one's own, for <c>exchange.peers</c>: connected, over as many learners as the scenario has; their edges count in
    /// the scenario's fingerprint.
    /// </summary>
    public OwnNames<Graph> Graphs { get; } = new("way to choose peers", name => Has(Known.Peers.Entries, name));

    private Vocabulary MakeVocabulary() => new()
    {
        Rules = Known.Rules.With(Rules.Entries),
        MixingSteps = Known.MixingSteps.With(MixingSteps.Entries),
        Attacks = Known.Attacks.With(Attacks.Entries),
        OwnModels = [.. Models.As(ModelChoice.Of)],
        DataSets = Known.DataSets.With(DataSets.As((name, data) => DataSource.Of(data with { Name = name }))),
        Splits = Known.Splits.With(Splits.Entries),
        Peers = Known.Peers.With(Graphs.As(PeerChoice.Of)),
    };

    private static bool IsStep(string name) => Has(Known.Rules.Entries, name) || Has(Known.MixingSteps.Entries, name);

    private static bool Has(IEnumerable<IEntry> entries, string name) => entries.Any(entry => entry.Name == name);
}
