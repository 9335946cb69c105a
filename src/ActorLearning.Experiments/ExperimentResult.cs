using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;

namespace ActorLearning.Experiments;

/// <summary>What came of a run.</summary>
/// <param name="Record">Everything that was measured.</param>
/// <param name="Folder">The run's folder; null where none was asked for.</param>
public sealed record ExperimentResult(RunRecord Record, string? Folder)
{
    /// <summary>What was run.</summary>
    public Scenario Scenario => Record.Scenario;

    /// <summary>Whether it came to its end; false where it was cancelled.</summary>
    public bool IsComplete => Record.ModelHash is not null;

    /// <summary>
    /// Mean, worst and best accuracy over the honest learners, 0 … 1, of the newest evaluation; null before the first.
    /// </summary>
    public AccuracySummary? Accuracy => Record.Accuracy;

    /// <summary>What was measured in each round, in order; round 0 is the start, where it was evaluated.</summary>
    public IReadOnlyList<RoundRecord> Rounds => Record.Rounds;

    /// <summary>Every evaluation of every honest learner, by round and learner.</summary>
    public IReadOnlyList<LearnerEvaluation> Evaluations => Record.Evaluations;

    /// <summary>
    /// The honest learners' final models by learner, each as many values as the model has parameters; none of a run that was
    /// cancelled.
    /// </summary>
    public IReadOnlyList<(int Learner, float[] Parameters)> Models => Record.Models;

    /// <summary>
    /// SHA-256 over the honest learners' models, in lower-case hexadecimal: equal if and only if every final model is equal
    /// to the bit; null of a run that was cancelled.
    /// </summary>
    public string? ModelHash => Record.ModelHash;
}
