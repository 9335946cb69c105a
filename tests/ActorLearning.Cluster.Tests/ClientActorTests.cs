using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Tests.Processes;
using ActorLearning.Engine;
using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Records;
using ActorLearning.Protocol;
using ActorLearning.Scenarios.Reading;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorLearning.Cluster.Tests;

/// <summary>Whoever submitted a run, with a coordinator and learners that the test plays, in virtual time.</summary>
public sealed class ClientActorTests : TestKit
{
    private const int Rounds = 2;
    private static readonly Guid Run = new("00112233-4455-6677-8899-aabbccddeeff");
    private static readonly RunSetup Setup =
        RunSetup.Load(ScenarioFile.Parse("small.yaml", Nodes.Scenario, $"rounds={Rounds}"));

    private readonly RunRecord record = new(Setup.Scenario, "cluster", [.. Setup.Population.Byzantine.Select(id => id.Number)]);
    private readonly TaskCompletionSource end = new();
    private readonly TestProbe coordinator;
    private readonly IActorRef client;
    private Action onRound = static () => { };

    public ClientActorTests()
        : base("akka { loglevel = OFF, scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\" }")
    {
        coordinator = CreateTestProbe("the-coordinator");
        Action tell = () => onRound();
        client = Sys.ActorOf(Props.Create(() => new ClientActor(Run, Setup, record, tell, end)));
        Watch(client);
    }

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    [Fact]
    public async Task A_run_ends_with_the_hash_of_all_honest_models()
    {
        for (var round = 1; round <= Rounds; round++)
        {
            Tell(Summary(round));
        }

        Tell(Summary(Rounds)); // A new coordinator tells of it again.
        Tell(new RunOver(Run, null, Rounds));
        Tell(new RunOver(Run, null, Rounds)); // And of the end: asking once is enough.
        coordinator.ExpectMsg<DigestRequest>();
        Answer(Setup.Population.Honest);

        await EndAsync();
        coordinator.ExpectMsg<ReleaseRun>();
        Assert.Equal(Rounds, record.Rounds.Count);
        Assert.NotNull(record.ModelHash);
    }

    [Fact]
    public async Task A_run_that_cannot_go_on_ends_with_the_reason()
    {
        Tell(Summary(1));
        Tell(new RunOver(Run, "learner 2 fails in round 2: an own rule", 2));

        var failure = await Assert.ThrowsAsync<RunFailedException>(EndAsync);
        Assert.Equal("learner 2 fails in round 2: an own rule", failure.Message);
        Assert.Single(failure.Record.Rounds);
    }

    [Fact]
    public async Task A_disk_that_is_full_ends_the_run_with_just_that()
    {
        onRound = () => throw new IOException("no space left");
        Tell(Summary(1));

        Assert.Equal("no space left", (await Assert.ThrowsAsync<IOException>(EndAsync)).Message);
        coordinator.ExpectMsg<ReleaseRun>();
        ExpectTerminated(client);
    }

    [Fact]
    public async Task Models_that_died_with_their_node_after_the_last_round_end_the_run_by_name_and_not_in_silence()
    {
        Tell(new RunOver(Run, null, Rounds));
        coordinator.ExpectMsg<DigestRequest>();
        Answer(Setup.Population.Honest.Skip(2));
        await HasHeardAllAsync();
        for (var seconds = 0; seconds < 90; seconds += 2)
        {
            Tell(new RunStatus(Run, Rounds, Rounds, [], ""));
            client.Tell(new ModelDigest(Setup.Population.Honest[0], [])); // It lives again and has no model.
            await HasHeardAllAsync();
            Time.Advance(TimeSpan.FromSeconds(2));
        }

        var failure = await Assert.ThrowsAsync<RunFailedException>(EndAsync);
        Assert.Equal(
            $"after the last round 2 learner(s), the first of them {Setup.Population.Honest[0]}, had no model any more: "
            + "their node died", failure.Message);
        Assert.Same(record, failure.Record);
        ExpectTerminated(client);
    }

    [Fact]
    public async Task A_coordinator_that_dies_after_the_last_round_does_not_hold_up_its_client()
    {
        Tell(new RunOver(Run, null, Rounds));
        coordinator.ExpectMsg<DigestRequest>();

        for (var seconds = 0; seconds < 90; seconds += 5)
        {
            Time.Advance(TimeSpan.FromSeconds(5));
            coordinator.ExpectMsg<object>(); // It asks and asks, and nobody hears it.
        }

        await Assert.ThrowsAsync<RunFailedException>(EndAsync);
    }

    [Fact]
    public async Task A_cluster_that_is_silent_for_long_ends_the_run()
    {
        Tell(Summary(1));
        await HasHeardAllAsync();

        Time.Advance(TimeSpan.FromSeconds(90));

        var failure = await Assert.ThrowsAsync<RunFailedException>(EndAsync);
        Assert.Equal("the cluster has been silent for 90 s after round 1", failure.Message);
    }

    [Fact]
    public async Task Who_wants_to_stop_is_heard_by_the_next_coordinator_too()
    {
        Tell(Summary(1));
        client.Tell(new StopRun(Run));
        coordinator.ExpectMsg<StopRun>();
        var next = CreateTestProbe("the-next");

        client.Tell(new RunStatus(Run, 2, Rounds, [], ""), next);
        next.ExpectMsg<StopRun>();
        client.Tell(new RunOver(Run, null, 1), next);

        await EndAsync();
        Assert.True(record.IsInterrupted);
        Assert.Null(record.ModelHash);
    }

    private static RoundSummary Summary(int round)
    {
        int[] learners = [.. Setup.Population.Honest];
        return new RoundSummary(Run, round, learners, [.. learners.Select(_ => new RoundFacts())], []);
    }

    /// <summary>The end of the run, or of the patience of the test.</summary>
    private Task EndAsync() => end.Task.WaitAsync(TimeSpan.FromMinutes(1));

    /// <summary>Time must not go on before what was told is heard: its timers would begin too late.</summary>
    private Task HasHeardAllAsync() => client.Ask<ActorIdentity>(new Identify(null));

    private void Tell(object message) => client.Tell(message, coordinator);

    private void Answer(IEnumerable<int> learners)
    {
        foreach (var learner in learners)
        {
            client.Tell(new ModelDigest(learner, new byte[32]));
        }
    }
}
