namespace ActorLearning.Engine.Records;

/// <summary>
/// What worker threads spent their time on, summed over threads, since the run was
/// started or resumed. Measured by the clock: no part of what two equal runs share.
/// </summary>
/// <param name="Training">Local steps.</param>
/// <param name="Aggregation">Aggregation pipelines.</param>
/// <param name="Forging">Byzantine learners' answers.</param>
/// <param name="Evaluation">Accuracy and loss on test examples.</param>
public sealed record PhaseTimes(TimeSpan Training, TimeSpan Aggregation, TimeSpan Forging, TimeSpan Evaluation);
