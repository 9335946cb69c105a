using ActorLearning.Engine.Compute;
using ActorLearning.Engine.Records;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;

namespace ActorLearning.Engine.Embedded;

/// <remarks>What is measured.</remarks>
internal sealed partial class EmbeddedRun
{
    private void Record(RoundEnded ended)
    {
        List<float[]> honest = [.. HonestModels(ended.Round).Select(item => item.Parameters)];
        record.Add(
            ended.Round.Number, ended.Reports, ended.Missing, setup.Population,
            honest.Count == 0 ? null : () => ConsensusDistance.Of(honest));
        Show();
        if (honest.Count == 0)
        {
            throw new RunFailedException(
                $"after round {ended.Round} no honest learner has a model left: all have crashed, with nobody to join from",
                record);
        }

        if (ended.Round.Number < setup.Scenario.Rounds)
        {
            record.IsInterrupted = cancellation.IsCancellationRequested;
            isCheckpointDue = record.IsInterrupted
                || setup.Scenario.Checkpoint.IsDue(ended.Round.Number, time.GetElapsedTime(lastCheckpoint));
        }
    }

    private void EvaluateStart()
    {
        StartEvaluation.Add(record, setup, compute, workers);
        if (record.Last is not null)
        {
            Show();
        }
    }

    private Confusion? ConfusionOfWorst()
    {
        var last = record.Evaluations.Where(item => item.Round == record.Last?.Round);
        return last.MinBy(item => item.AfterAggregation.Accuracy) is { } worst
            && ModelOf(new LearnerId(worst.Learner)) is { } model
            ? new Confusion(worst.Learner, compute.Confuse(model.Values, momenta[worst.Learner]!)) : null;
    }

    private void Show()
    {
        record.Elapsed = Elapsed;
        progress?.Invoke(new RunProgress(record, record.Last!));
    }
}
