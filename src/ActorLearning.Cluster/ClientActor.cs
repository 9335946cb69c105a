using ActorLearning.Cluster.Messages;
using ActorLearning.Engine;
using ActorLearning.Engine.Compute;
using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Records;
using ActorLearning.Protocol;
using Akka.Actor;

namespace ActorLearning.Cluster;

/// <summary>
/// Whoever submitted a run: records the rounds as the coordinator tells of them, then collects the models' hashes.
/// </summary>
internal sealed class ClientActor : ReceiveActor
{
    private readonly Guid run;
    private readonly RunSetup setup;
    private readonly RunRecord record;
    private readonly Action onRound;
    private readonly TaskCompletionSource end;
    private readonly SortedDictionary<int, byte[]> digests = [];

    public ClientActor(Guid run, RunSetup setup, RunRecord record, Action onRound, TaskCompletionSource end)
    {
        (this.run, this.setup, this.record, this.onRound, this.end) = (run, setup, record, onRound, end);
        var node = ClusterNode.Of(Context.System);
        Receive<SubmitRun>(submit => node.Coordinator.Tell(submit, Self));
        Receive<StopRun>(stop => node.Coordinator.Tell(stop, Self));
        Receive<RoundSummary>(summary => summary.Run == run, Record);
        Receive<RunOver>(over => over.Run == run, over => Finish(over, node));
        Receive<ModelDigest>(Collect);
        Receive<Status.Failure>(failure => end.TrySetException(failure.Cause));
    }

    private void Record(RoundSummary summary)
    {
        var reports = summary.Learners.Zip(summary.Facts)
            .Select(pair => KeyValuePair.Create(new LearnerId(pair.First), pair.Second));
        record.Add(summary.Round, reports, summary.Missing.Select(number => new LearnerId(number)), setup.Population, null);
        onRound();
    }

    private void Finish(RunOver over, ClusterNode node)
    {
        if (over.WaitsFor is { } missing)
        {
            end.TrySetException(new RunFailedException(
                $"round {over.Round} cannot go on: it waits for learner(s) {string.Join(", ", missing.Take(20))}", record));
            return;
        }

        if (over.Round < setup.Scenario.Rounds)
        {
            record.IsInterrupted = true;
            end.TrySetResult();
            return;
        }

        foreach (var number in setup.Population.Honest)
        {
            node.Learners.Tell(new LearnerEnvelope(number, new DigestRequest(run)));
        }
    }

    private void Collect(ModelDigest digest)
    {
        digests[digest.Learner] = digest.Hash;
        if (digests.Count == setup.Population.Honest.Count)
        {
            record.ModelHash = ModelHash.OfDigests(digests.Values);
            end.TrySetResult();
        }
    }
}
