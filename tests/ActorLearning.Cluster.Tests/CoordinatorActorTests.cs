using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Tests.Processes;
using ActorLearning.Engine.Preparation;
using ActorLearning.Protocol;
using ActorLearning.Scenarios.Reading;
using Akka.Actor;
using Akka.Serialization;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorLearning.Cluster.Tests;

/// <summary>The coordinator among learners, clients and a store of runs that the test plays, in virtual time.</summary>
public sealed class CoordinatorActorTests : TestKit
{
    private const int Learners = 4;
    private const int Rounds = 2;
    private static readonly Guid Run = new("00112233-4455-6677-8899-aabbccddeeff");
    private static readonly RunSetup Setup = RunSetup.Load(ScenarioFile.Parse(
        "small.yaml", Nodes.Scenario, $"learners={Learners}", "byzantine.count=1", "exchange.peers=pull(2)",
        "exchange.assumedByzantine=1", "aggregation=median", $"rounds={Rounds}", "exchange.patience=4s",
        "exchange.roundDeadline=9s"));

    private readonly HeldRunStore store = new(Setup);
    private readonly TestProbe learners;
    private readonly TestProbe client;
    private readonly IActorRef coordinator;

    public CoordinatorActorTests()
        : base("akka { loglevel = OFF, scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\" }")
    {
        (learners, client) = (CreateTestProbe("learners"), CreateTestProbe("the-client"));
        ClusterNode.Of(Sys).Learners = learners;
        coordinator = Sys.ActorOf(Props.Create(() => new CoordinatorActor(store)));
    }

    private bool IsAtRest => ClusterNode.Of(Sys).IsAtRest;

    [Fact]
    public async Task A_run_goes_round_by_round_and_its_client_hears_of_each()
    {
        await StartAsync();
        for (var round = 1; round <= Rounds; round++)
        {
            ExpectTicks(round, All);
            Report(round, 3, 1, 0, 2);

            var summary = client.ExpectMsg<RoundSummary>();
            Assert.Equal((Run, round), (summary.Run, summary.Round));
            Assert.Equal(All, summary.Learners);
            Assert.Equal(All, summary.Facts.Select(facts => facts.Pulls)); // Each beside its learner, whoever came first.
            Assert.Empty(summary.Missing);
        }

        var over = client.ExpectMsg<RunOver>();
        Assert.Equal(new RunOver(Run, null, Rounds), over);
        await HasHeardAllAsync();
        Assert.Equal(1, store.Ended);

        await PassAsync(seconds: 2); // Whoever has not heard it hears it again.
        client.ExpectMsg<RunStatus>();
        Assert.Equal(over, client.ExpectMsg<RunOver>());
        learners.ExpectNoMsg(TimeSpan.Zero);
        coordinator.Tell(new ReleaseRun(Run));
        await HasHeardAllAsync();
        Assert.Equal(1, store.Ended);
    }

    [Fact]
    public async Task Nobody_is_at_rest_who_still_looks_and_nobody_who_runs()
    {
        await HasHeardAllAsync();
        Assert.False(IsAtRest);

        await StartAsync();
        Assert.False(IsAtRest);

        coordinator.Tell(new ReleaseRun(Run));
        await HasHeardAllAsync();
        Assert.True(IsAtRest);
        Assert.Equal(1, store.Ended); // Nobody wants it any more: no later coordinator goes on with it.
    }

    [Fact]
    public async Task A_coordinator_that_takes_over_starts_the_highest_round_once_more()
    {
        await store.HasAsync(Current(), round: 2);

        Assert.Equal(1, client.ExpectMsg<RunStatus>().Round);
        ExpectTicks(2, All);
        Report(1, 0); // Of the round before: late.
        Report(2, All);
        Assert.Equal(All, client.ExpectMsg<RoundSummary>().Learners);
        Assert.Equal(2, client.ExpectMsg<RunOver>().Round);
    }

    [Fact]
    public async Task A_run_whose_data_the_new_node_has_not_ends_and_the_next_is_taken()
    {
        await store.HasLostAsync(Current(), "data", "mnist is missing");

        var over = client.ExpectMsg<RunOver>();
        Assert.Equal("the coordinator's new node cannot go on with it: data: mnist is missing", over.Failure);
        Submit();
        await store.GrantAsync();
        client.ExpectMsg<RunStatus>();
        Assert.Equal(1, store.Ended);
    }

    [Fact]
    public async Task A_learner_that_fails_ends_the_run_and_is_named()
    {
        await StartAsync();
        ExpectTicks(1, All);
        coordinator.Tell(new LearnerFailed(Guid.Empty, 1, 1, "of another run"));

        coordinator.Tell(new LearnerFailed(Run, 2, 1, "DivideByZeroException: an own rule"));
        coordinator.Tell(new LearnerFailed(Run, 3, 1, "told later"));

        Assert.Equal(
            new RunOver(Run, "learner 2 fails in round 1: DivideByZeroException: an own rule", 1), client.ExpectMsg<RunOver>());
        await HasHeardAllAsync();
        client.ExpectNoMsg(TimeSpan.Zero);
        Assert.Equal(1, store.Ended);
    }

    [Fact]
    public async Task Who_cannot_look_yet_looks_again_and_loses_no_submission_meanwhile()
    {
        Submit();
        await store.CannotTellAsync();
        for (var found = store.HasNoneAsync(); !found.IsCompletedSuccessfully; await PassAsync(seconds: 1))
        {
            Assert.False(found.IsFaulted, found.Exception?.Message);
        }

        await store.GrantAsync();

        Assert.Equal(0, client.ExpectMsg<RunStatus>().Round);
        ExpectTicks(1, All);
    }

    [Fact]
    public async Task Another_run_is_refused_while_one_begins_and_while_one_goes_on()
    {
        var other = CreateTestProbe("another");
        await store.HasNoneAsync();
        Submit();
        coordinator.Tell(new SubmitRun(Guid.Empty, ""), other);
        Assert.Equal("the cluster is about to start another run", other.ExpectMsg<RunRefused>().Reason);

        await store.GrantAsync();
        client.ExpectMsg<RunStatus>();
        coordinator.Tell(new SubmitRun(Guid.Empty, ""), other);
        Assert.Equal("the cluster is at round 1 of 2 of another run", other.ExpectMsg<RunRefused>().Reason);
    }

    [Fact]
    public async Task A_run_that_is_refused_leaves_room_for_the_next()
    {
        await store.HasNoneAsync();
        Submit();
        await store.RefuseAsync("data", "leaves 3 learner(s) without training examples");
        var refused = client.ExpectMsg<RunRefused>();
        Assert.Equal((Run, "data: leaves 3 learner(s) without training examples"), (refused.Run, refused.Reason));

        Submit();
        await store.GrantAsync();
        client.ExpectMsg<RunStatus>();
    }

    [Fact]
    public async Task Reports_of_other_runs_and_repeated_ones_count_for_nothing()
    {
        await StartAsync();
        ExpectTicks(1, All);
        coordinator.Tell(new RoundReport(Guid.Empty, 0, 1, new RoundFacts()));
        Report(1, 1, 1, 2, 3);
        coordinator.Tell(new RoundReport(Run, Learners, 1, new RoundFacts())); // Nobody has that number.
        coordinator.Tell(new RoundReport(Run, -1, 1, new RoundFacts()));
        await HasHeardAllAsync();
        client.ExpectNoMsg(TimeSpan.Zero);

        Report(1, 0);

        client.ExpectMsg<RoundSummary>();
    }

    [Fact]
    public async Task Only_who_has_not_reported_is_ticked_again()
    {
        await StartAsync();
        ExpectTicks(1, All);
        Report(1, 1, 3);
        await HasHeardAllAsync();

        await PassAsync(seconds: 2);

        Assert.Equal([0, 2], client.ExpectMsg<RunStatus>().WaitsFor);
        ExpectTicks(1, 0, 2);
        learners.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public async Task When_all_but_the_tolerated_have_reported_the_round_ends_after_the_patience()
    {
        await StartAsync();
        ExpectTicks(1, All);
        Report(1, 0, 1, 2);
        await HasHeardAllAsync();

        await PassAsync(seconds: 3);
        client.ExpectMsg<RunStatus>();
        client.ExpectNoMsg(TimeSpan.Zero);
        await PassAsync(seconds: 1);

        var summary = (RoundSummary)client.FishForMessage(message => message is RoundSummary);
        Assert.Equal([3], summary.Missing);
        Assert.Equal([0, 1, 2], summary.Learners);
    }

    [Fact]
    public async Task A_round_in_which_nobody_reports_ends_the_run_and_says_who_is_waited_for()
    {
        await StartAsync();

        await PassAsync(seconds: 9);

        var over = (RunOver)client.FishForMessage(message => message is RunOver);
        Assert.Equal("round 1 cannot go on: it waits for learner(s) 0, 1, 2, 3", over.Failure);
        await HasHeardAllAsync();
        Assert.Equal(1, store.Ended);
    }

    [Fact]
    public async Task A_run_that_is_stopped_ends_after_the_round_at_hand()
    {
        await StartAsync();
        coordinator.Tell(new StopRun(Guid.Empty));
        coordinator.Tell(new StopRun(Run));
        Report(1, All);

        client.ExpectMsg<RoundSummary>();
        Assert.Equal(1, client.ExpectMsg<RunOver>().Round);
        ExpectTicks(1, All);
        learners.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_run_whose_client_is_gone_is_given_up()
    {
        await StartAsync();
        ExpectTicks(1, All);

        Sys.Stop(client);

        foreach (var number in All)
        {
            var (learner, message) = learners.ExpectMsg<LearnerEnvelope>();
            Assert.Equal((number, Run), (learner, Assert.IsType<ReleaseRun>(message).Run));
        }

        await HasHeardAllAsync();
        Assert.Equal(1, store.Ended);
        Assert.True(IsAtRest);
    }

    private static int[] All => [.. Enumerable.Range(0, Learners)];

    private CurrentRun Current() =>
        new(Run, Serialization.SerializedActorPath(client), Setup.Scenario.Text);

    private void Submit() => coordinator.Tell(new SubmitRun(Run, Setup.Scenario.Text), client);

    private async Task StartAsync()
    {
        await store.HasNoneAsync();
        Submit();
        await store.GrantAsync();
        Assert.Equal(0, client.ExpectMsg<RunStatus>().Round); // Where the coordinator is.
    }

    /// <summary>Lets time pass, a second after the other: what a timer wakes is done before the next begins.</summary>
    private async Task PassAsync(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            await HasHeardAllAsync();
            ((TestScheduler)Sys.Scheduler).Advance(TimeSpan.FromSeconds(1));
        }

        await HasHeardAllAsync();
    }

    private void ExpectTicks(int round, params int[] whom)
    {
        foreach (var number in whom)
        {
            var (learner, message) = learners.ExpectMsg<LearnerEnvelope>();
            Assert.Equal((number, new RoundTick(Run, round)), (learner, message));
        }
    }

    private void Report(int round, params int[] whom)
    {
        foreach (var number in whom)
        {
            coordinator.Tell(new RoundReport(Run, number, round, new RoundFacts { Pulls = number }));
        }
    }

    private Task HasHeardAllAsync() => coordinator.Ask<ActorIdentity>(new Identify(null));
}
