using ActorLearning.Engine.Preparation;
using ActorLearning.Protocol;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Records;

/// <summary>Everything measured in a run.</summary>
/// <param name="scenario">What was run.</param>
/// <param name="engine">Which engine ran it.</param>
/// <param name="byzantine">The Byzantine learners of the last round, ascending.</param>
public sealed class RunRecord(Scenario scenario, string engine, IReadOnlyList<int> byzantine)
{
    private readonly List<RoundRecord> rounds = [];
    private readonly List<LearnerEvaluation> evaluations = [];

    /// <summary>What was run.</summary>
    public Scenario Scenario { get; } = scenario;

    /// <summary>Which engine ran it.</summary>
    public string Engine { get; } = engine;

    /// <summary>The Byzantine learners of the last round, ascending.</summary>
    public IReadOnlyList<int> Byzantine { get; } = byzantine;

    /// <summary>The rounds in order; the first is round 0 where the start was evaluated.</summary>
    public IReadOnlyList<RoundRecord> Rounds => rounds;

    /// <summary>Every evaluation of every learner, by round and learner.</summary>
    public IReadOnlyList<LearnerEvaluation> Evaluations => evaluations;

    /// <summary>The last round that ended; null before the first.</summary>
    public RoundRecord? Last => rounds.Count > 0 ? rounds[^1] : null;

    /// <summary>The newest accuracies; null before the first evaluation.</summary>
    public AccuracySummary? Accuracy => rounds.LastOrDefault(round => round.Accuracy is not null)?.Accuracy;

    /// <summary>Most Byzantine peers any honest learner met in one exchange.</summary>
    public int ByzantineMetMax => rounds.Select(round => round.ByzantineMetMax).DefaultIfEmpty().Max();

    /// <summary>
    /// SHA-256 over the honest learners' SHA-256s in order, in hexadecimal; null until the run is complete. A learner that has
    /// crashed and not joined again has no model and is not in it.
    /// </summary>
    public string? ModelHash { get; set; }

    /// <summary>
    /// The final models of the honest learners that have one, by learner; empty until the run is complete, or where the engine
    /// leaves them elsewhere.
    /// </summary>
    public IReadOnlyList<(int Learner, float[] Parameters)> Models { get; set; } = [];

    /// <summary>Wall-clock time of the rounds, data loading left out.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>What every honest learner trains on, ascending by learner.</summary>
    public IReadOnlyList<LearnerShard> Shards { get; set; } = [];

    /// <summary>What the worst learner's last model takes for what; null where the engine cannot tell.</summary>
    public Confusion? Confusion { get; set; }

    /// <summary>What worker threads spent their time on; null where the engine does not measure it.</summary>
    public PhaseTimes? Phases { get; set; }

    /// <summary>Whether it was ended early by the user.</summary>
    public bool IsInterrupted { get; set; }

    /// <summary>Adds a round from what was reported of it.</summary>
    /// <param name="number">The round.</param>
    /// <param name="reports">What each learner reported; of Byzantine ones nothing is taken.</param>
    /// <param name="missing">Who had not reported.</param>
    /// <param name="population">Who is honest.</param>
    /// <param name="consensusDistance">Asked in evaluated rounds, where the engine can tell; else null.</param>
    public void Add(
        int number, IEnumerable<KeyValuePair<LearnerId, RoundFacts>> reports, IEnumerable<LearnerId> missing,
        Population population, Func<double>? consensusDistance)
    {
        var members = population.At(new Round(number));
        var honest = reports.Where(pair => members.GroupOf(pair.Key) is null).OrderBy(pair => pair.Key).ToList();
        var round = RoundRecord.Of(
            number, [.. honest.Select(pair => pair.Value)], [.. missing.Select(id => id.Number)], Scenario.Model.Parameters);
        if (round.Accuracy is not null)
        {
            round = round with { ConsensusDistance = consensusDistance?.Invoke() };
        }

        Add(round, honest
            .Where(pair => pair.Value.AfterAggregation is not null)
            .Select(pair => new LearnerEvaluation(
                number, pair.Key.Number, pair.Value.AfterTraining, pair.Value.AfterAggregation!.Value)));
    }

    /// <summary>Adds a round.</summary>
    public void Add(RoundRecord round, IEnumerable<LearnerEvaluation> evaluated)
    {
        rounds.Add(round);
        evaluations.AddRange(evaluated);
    }

    /// <summary>Adds what was measured before a checkpoint.</summary>
    internal void Add(IEnumerable<RoundRecord> before, IEnumerable<LearnerEvaluation> evaluated)
    {
        rounds.AddRange(before);
        evaluations.AddRange(evaluated);
    }
}
