using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Tests.Processes;
using ActorLearning.Engine.Preparation;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Wire;
using ActorLearning.Scenarios.Reading;
using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorLearning.Cluster.Tests;

/// <summary>One learner's actor among peers, workers and a coordinator that the test plays, in its own order.</summary>
public sealed class LearnerActorTests : TestKit
{
    private const int Self = 3;
    private static readonly Guid Run = new("00112233-4455-6677-8899-aabbccddeeff");
    private static readonly RunSetup Setup = RunSetup.Load(ScenarioFile.Parse(
        "small.yaml", Nodes.Scenario, "byzantine.count=0", "exchange.peers=pull(2)", "exchange.assumedByzantine=0",
        "aggregation=mean", "exchange.deadline=5s"));

    private static readonly RunSetup Evaluated = RunSetup.Load(ScenarioFile.Parse("small.yaml",
        Setup.Scenario.Text, "evaluate.every=1"));

    private readonly TestProbe peers;
    private readonly TestProbe workers;
    private readonly TestProbe coordinator;
    private readonly TestProbe shard;

    public LearnerActorTests()
        : base("akka { loglevel = OFF, scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\" }")
    {
        (peers, workers) = (CreateTestProbe("peers"), CreateTestProbe("the-workers"));
        (coordinator, shard) = (CreateTestProbe("the-coordinator"), CreateTestProbe("shard"));
        var node = ClusterNode.Of(Sys);
        (node.Learners, node.Workers, node.Coordinator) = (peers, workers, coordinator);
        node.Preload(Run, Setup);
    }

    [Fact]
    public void A_round_goes_from_tick_to_report()
    {
        var learner = Start(round: 1);
        Train(learner, round: 1);
        Answer(learner, Asked());
        Answer(learner, Asked());

        Aggregate(learner, round: 1);

        var report = coordinator.ExpectMsg<RoundReport>();
        Assert.Equal((Self, 1, 2), (report.Learner, report.Round, report.Facts.Answers));
    }

    [Fact]
    public void A_tick_that_comes_again_after_the_report_brings_the_same_report_again()
    {
        var learner = Start(round: 1);
        Train(learner, round: 1);
        Answer(learner, Asked());
        Answer(learner, Asked());
        Aggregate(learner, round: 1);
        var first = coordinator.ExpectMsg<RoundReport>();

        learner.Tell(new RoundTick(Run, 1));

        Assert.Same(first, coordinator.ExpectMsg<RoundReport>());
        workers.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Work_that_fails_is_told_and_told_again_when_a_new_coordinator_asks()
    {
        var learner = Start(round: 1);
        workers.ExpectMsg<ComputeActor.Job>();
        learner.Tell(new ComputeActor.Failed("OutOfMemoryException: no memory"), workers);

        var failed = coordinator.ExpectMsg<LearnerFailed>();
        Assert.Equal(new LearnerFailed(Run, Self, 1, "OutOfMemoryException: no memory"), failed);
        learner.Tell(new RoundTick(Run, 1));
        Assert.Same(failed, coordinator.ExpectMsg<LearnerFailed>());
    }

    [Fact]
    public void A_learner_that_there_is_not_ends_at_the_first_pull()
    {
        var learner = shard.ChildActorOf(Props.Create(() => new LearnerActor("12"))); // Learners are 0 to 11.
        learner.Tell(new RoundTick(Run, 1));

        shard.ExpectMsg<Passivate>();
        coordinator.ExpectNoMsg(TimeSpan.Zero);
        Assert.True(ClusterNode.Of(Sys).SetupOf(Run).IsCompletedSuccessfully); // The others keep their data.
    }

    [Fact]
    public void A_tick_that_comes_again_during_the_evaluation_orders_no_second_one()
    {
        ClusterNode.Of(Sys).Preload(Run, Evaluated);
        var learner = Start(round: 1);
        Train(learner, round: 1);
        Answer(learner, Asked());
        Answer(learner, Asked());
        Aggregate(learner, round: 1);
        var evaluation = workers.ExpectMsg<ComputeActor.Job>();

        learner.Tell(new RoundTick(Run, 1));
        learner.Tell(new RoundQuery(Run), TestActor);
        ExpectMsg<RoundPosition>();

        workers.ExpectNoMsg(TimeSpan.Zero);
        Finish(learner, evaluation, new Reported(new LearnerId(Self), new Round(1), new RoundFacts()));
        coordinator.ExpectMsg<RoundReport>();
        coordinator.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Without_answers_the_round_goes_on_when_the_deadline_has_passed_and_a_late_answer_is_counted()
    {
        var learner = Start(round: 1);
        Train(learner, round: 1);
        var (first, second) = (Asked(), Asked());
        Answer(learner, first);

        ((TestScheduler)Sys.Scheduler).Advance(TimeSpan.FromSeconds(5));
        var job = workers.ExpectMsg<ComputeActor.Job>();
        Answer(learner, second);
        Finish(learner, job, new Aggregated(Key(1), Finite(), new AggregationFacts(0)));

        var facts = coordinator.ExpectMsg<RoundReport>().Facts;
        Assert.Equal((1, 1, 1), (facts.Answers, facts.Timeouts, facts.Late));
    }

    [Fact]
    public void A_second_answer_is_counted_and_changes_nothing()
    {
        var learner = Start(round: 1);
        Train(learner, round: 1);
        var (first, second) = (Asked(), Asked());
        Answer(learner, first);
        Answer(learner, first);
        Answer(learner, second);

        Aggregate(learner, round: 1);

        var facts = coordinator.ExpectMsg<RoundReport>().Facts;
        Assert.Equal((2, 1), (facts.Answers, facts.Duplicates));
    }

    [Fact]
    public void A_learner_that_comes_back_between_tick_and_answer_joins_by_pulling()
    {
        var before = Start(round: 4);
        var stale = Asked(); // It has no model in round 4, so it pulls at once.
        Asked();
        Watch(before);
        before.Tell(PoisonPill.Instance);
        ExpectTerminated(before);

        var after = Start(round: 5);
        Answer(after, stale); // Meant for the life before.
        Answer(after, Asked());
        Answer(after, Asked());
        Aggregate(after, round: 5);

        var facts = coordinator.ExpectMsg<RoundReport>().Facts;
        Assert.True(facts.Joined);
        Assert.Equal(2, facts.Answers);
    }

    [Fact]
    public void A_question_for_its_round_and_its_release_are_answered()
    {
        var learner = Start(round: 7);
        Asked();
        Asked();

        learner.Tell(new RoundQuery(Run), TestActor);
        learner.Tell(new RoundQuery(Guid.NewGuid()), TestActor);
        learner.Tell(new ReleaseRun(Guid.NewGuid()));
        learner.Tell(new ReleaseRun(Run));

        Assert.Equal(7, ExpectMsg<RoundPosition>().Round);
        Assert.Equal(0, ExpectMsg<RoundPosition>().Round); // Of another run it knows nothing.
        shard.ExpectMsg<Passivate>();
        shard.ExpectNoMsg(TimeSpan.Zero);
    }

    private static ExchangeKey Key(int round) => new(new Round(round), 0);

    private static Model Finite() => new(new float[Setup.Scenario.Model.Parameters], isFinite: true);

    private IActorRef Start(int round)
    {
        var learner = shard.ChildActorOf(Props.Create(() => new LearnerActor($"{Self}")));
        learner.Tell(new RoundTick(Run, round));
        return learner;
    }

    private void Train(IActorRef learner, int round) => Finish(
        learner, workers.ExpectMsg<ComputeActor.Job>(), new Trained(new Round(round), Finite(), new TrainingFacts(1, null)));

    private void Aggregate(IActorRef learner, int round) => Finish(
        learner, workers.ExpectMsg<ComputeActor.Job>(), new Aggregated(Key(round), Finite(), new AggregationFacts(0)));

    /// <summary>The worker is done; the machine's life is that of the work.</summary>
    private static void Finish(IActorRef learner, ComputeActor.Job job, Input result)
    {
        Assert.NotNull(job.Work);
        learner.Tell(new ComputeActor.Done(result));
    }

    private WireRequest Asked() => peers.ExpectMsg<ModelRequest>().Wire;

    private void Answer(IActorRef learner, WireRequest request) =>
        learner.Tell(new ModelAnswer(new WireAnswer(request.Nonce, request.Peer, request.Key, null), Finite()), peers);
}
