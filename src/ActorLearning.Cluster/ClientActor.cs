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
internal sealed class ClientActor : ReceiveActor, IWithTimers
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Collecting = TimeSpan.FromSeconds(90);

    private readonly Guid run;
    private readonly RunSetup setup;
    private readonly RunRecord record;
    private readonly Action onRound;
    private readonly TaskCompletionSource end;
    private readonly SortedDictionary<int, byte[]> digests = [];
    private IActorRef coordinator = ActorRefs.Nobody;
    private bool wantsStop;
    private bool isCollecting;

    public ClientActor(Guid run, RunSetup setup, RunRecord record, Action onRound, TaskCompletionSource end)
    {
        (this.run, this.setup, this.record, this.onRound, this.end) = (run, setup, record, onRound, end);
        SetReceiveTimeout(Silence);
        Receive<RunStatus>(status => status.Run == run, _ => Meet(Sender));
        Receive<RoundSummary>(summary => summary.Run == run, Record);
        Receive<RunOver>(over => over.Run == run, Finish);
        Receive<ModelDigest>(Collect);
        Receive<StopRun>(stop =>
        {
            wantsStop = true;
            coordinator.Tell(stop);
        });
        Receive<AskAgain>(_ => Ask());
        Receive<Overdue>(_ => Fail($"after the last round {Missing()} had no model any more: their node died"));
        Receive<RunRefused>(refused => refused.Run == run, refused => Fail($"the run was not taken: {refused.Reason}"));
        Receive<ReceiveTimeout>(_ => Fail(
            $"the cluster has been silent for {Silence.TotalSeconds} s after round {record.Last?.Round ?? 0}"));
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>The coordinator, or the one that has taken its place.</summary>
    private void Meet(IActorRef newest)
    {
        coordinator = newest;
        if (wantsStop)
        {
            coordinator.Tell(new StopRun(run));
        }
    }

    private void Record(RoundSummary summary)
    {
        Meet(Sender);
        if (summary.Round <= (record.Last?.Round ?? 0))
        {
            return; // A new coordinator tells of it again.
        }

        var reports = summary.Learners.Zip(summary.Facts)
            .Select(pair => KeyValuePair.Create(new LearnerId(pair.First), pair.Second));
        record.Add(summary.Round, reports, summary.Missing.Select(number => new LearnerId(number)), setup.Population, null);
        try
        {
            onRound();
        }
        catch (Exception e)
        {
            end.TrySetException(e); // A full disk, or whatever else befalls those who are told.
            Leave();
        }
    }

    private void Finish(RunOver over)
    {
        Meet(Sender);
        if (isCollecting)
        {
            return; // It is told again until the run is released.
        }

        if (over.Failure is { } failure)
        {
            Fail(failure);
        }
        else if (over.Round < setup.Scenario.Rounds)
        {
            record.IsInterrupted = true;
            Leave();
        }
        else
        {
            isCollecting = true;
            Timers.StartSingleTimer(Overdue.Instance, Overdue.Instance, Collecting);
            Ask();
        }
    }

    private string Missing()
    {
        var missing = setup.Population.Honest.Where(number => !digests.ContainsKey(number)).ToList();
        return $"{missing.Count} learner(s), the first of them {missing[0]},";
    }

    private void Ask()
    {
        coordinator.Tell(new DigestRequest(run));
        Timers.StartSingleTimer(AskAgain.Instance, AskAgain.Instance, Again);
    }

    private void Collect(ModelDigest digest)
    {
        if (digest.Hash.Length > 0 && setup.Population.Honest.Contains(digest.Learner))
        {
            digests[digest.Learner] = digest.Hash;
        }

        if (digests.Count == setup.Population.Honest.Count)
        {
            record.ModelHash = ModelHash.OfDigests(digests.Values);
            Leave();
        }
    }

    private void Fail(string reason)
    {
        end.TrySetException(new RunFailedException(reason, record));
        Leave();
    }

    private void Leave()
    {
        coordinator.Tell(new ReleaseRun(run));
        end.TrySetResult();
        Context.Stop(Self);
    }

    /// <summary>Nor does asking break the silence of a cluster.</summary>
    private sealed class AskAgain : INotInfluenceReceiveTimeout
    {
        public static readonly AskAgain Instance = new();
    }

    private sealed class Overdue : INotInfluenceReceiveTimeout
    {
        public static readonly Overdue Instance = new();
    }
}
