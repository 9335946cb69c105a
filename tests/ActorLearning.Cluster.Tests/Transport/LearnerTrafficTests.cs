using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Transport;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;
using ActorLearning.Protocol.Peers;
using ActorLearning.Protocol.Wire;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Cluster.Tests.Transport;

/// <summary>
/// A real learner's machine and its traffic under hostile peers. Time is the test's own; the test plays the learner's mailbox.
/// </summary>
public sealed class LearnerTrafficTests : TestKit
{
    private static readonly Guid Run = new("00112233-4455-6677-8899-aabbccddeeff");
    private static readonly TimeSpan Instant = TimeSpan.FromTicks(1);

    private readonly ModelTransport transport;
    private readonly TestProbe learners;
    private readonly TestProbe peer;
    private readonly LearnerTraffic traffic;
    private readonly Learner machine;
    private readonly Outbox outbox = new();
    private readonly List<Reply> replies = [];

    public LearnerTrafficTests()
        : base("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
    {
        transport = ModelTransport.Of(Sys);
        (learners, peer) = (CreateTestProbe("learners"), CreateTestProbe("peer"));
        traffic = new LearnerTraffic(
            Id(0), Run, Parameters, new AskerBook(learners: 2, newest: 4), transport, learners, TestActor);
        var settings = new LearnerSettings
        {
            Seed = 1, Learners = 2, Parameters = Parameters, Peers = new UniformPull(seed: 1, learners: 2, peers: 1),
            AssumedByzantine = 0, PullDeadline = Deadline,
        };
        machine = new Learner(settings, new LearnerState { Id = Id(0), Model = ModelOf(0) });
        Take(new RoundStarted(RoundOf(1)));
        Take(new Trained(RoundOf(1), ModelOf(0), new TrainingFacts(0, null)));
    }

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    private RoundFacts Facts => machine.Save().Facts;

    [Fact]
    public void A_peer_of_the_same_node_answers_with_the_model_itself()
    {
        var model = ModelOf(3);

        Deliver(new ModelAnswer(Gone(Asked()), model));

        Assert.Equal((1, 0, LearnerPhase.Aggregating), (Facts.Answers, Facts.Timeouts, machine.Save().Phase));
        Assert.Same(model, machine.Save().Slots[0].Model);
    }

    [Fact]
    public void An_offer_is_fetched_from_whoever_made_it_and_the_model_reaches_the_machine()
    {
        var model = ModelOf(3);
        Deliver(new ModelAnswer(Offer(Asked(), model)));

        var request = peer.ExpectMsg<ChunkRequest>().Wire;
        var bytes = new byte[WireChunk.SizeOf(Parameters)];
        WireChunk.Write(bytes, request.Nonce, 0, Parameters, model.Values);
        peer.Reply(new ReceivedChunk(bytes));
        Deliver(ExpectMsg<FetchActor.Fetched>());

        Assert.Equal(1, Facts.Answers);
        Assert.Equal(model.Values, machine.Save().Slots[0].Model!.Values);
    }

    [Fact]
    public void The_deadline_counts_from_the_machines_ask_not_from_the_offer()
    {
        var nonce = Asked();
        Scheduler.Advance(Deadline - Instant);
        Deliver(new ModelAnswer(Offer(nonce, ModelOf(3))));
        peer.ExpectMsg<ChunkRequest>();

        Scheduler.Advance(Instant);
        Deliver(ExpectMsg<ITraffic>());

        Assert.Equal((0, 1), (Facts.Answers, Facts.Timeouts));
    }

    [Fact]
    public void An_answer_after_the_deadline_is_late_to_the_machine_and_to_the_node()
    {
        var nonce = Asked();
        Scheduler.Advance(Deadline);
        Deliver(ExpectMsg<ITraffic>());

        Deliver(new ModelAnswer(Gone(nonce), ModelOf(3)));
        Deliver(new ModelAnswer(Offer(nonce, ModelOf(3))));

        Assert.Equal((0, 1, 2), (Facts.Answers, Facts.Timeouts, Facts.Late));
        Assert.Equal(2, transport.Counts[TransportEvent.Late]);
        peer.ExpectNoMsg(TimeSpan.Zero); // Nothing is fetched that nobody would look at.
    }

    [Fact]
    public void A_flood_is_counted_and_fetched_once_and_takes_no_memory()
    {
        const int flood = 10_000;
        var nonce = Asked();
        var model = ModelOf(3);
        for (var i = 0; i < flood; i++)
        {
            Deliver(new ModelAnswer(Offer(nonce, model)));
        }

        peer.ExpectMsg<ChunkRequest>();
        peer.ExpectNoMsg(TimeSpan.Zero);
        Deliver(new FetchActor.Fetched(nonce, model));

        Assert.Equal(1, Facts.Answers);
        Assert.Equal(flood - 1, transport.Counts[TransportEvent.Duplicate]);
        Assert.Equal(flood - 1, Facts.Duplicates + Facts.Late);
    }

    [Fact]
    public void Garbage_is_counted_by_the_node_and_decides_nothing()
    {
        var nonce = Asked();
        Deliver(new DamagedMessage(WireRefusal.WrongChecksum, 100));
        Deliver(new ModelAnswer(Offer(nonce + 1, ModelOf(3))));
        Assert.Equal(LearnerPhase.Pulling, machine.Save().Phase);

        Deliver(new ModelAnswer(Gone(nonce), ModelOf(3)));

        Assert.Equal((1, 0), (Facts.Answers, Facts.Broken));
        Assert.Equal((1, 1), (transport.Counts[TransportEvent.Damaged], transport.Counts[TransportEvent.Stray]));
    }

    [Fact]
    public void A_request_from_the_same_node_is_answered_under_its_nonce_with_the_model_itself()
    {
        var key = Key(1);
        Deliver(new ModelRequest(new WireRequest(Run, 77, Id(0), Id(1), key)));

        traffic.Send(replies.Single());

        var answer = peer.ExpectMsg<ModelAnswer>();
        Assert.Equal((77UL, key, (ModelOffer?)null), (answer.Wire.Nonce, answer.Wire.Key, answer.Wire.Offer));
        Assert.Same(replies[0].Model, answer.Here);
    }

    private static WireAnswer Gone(ulong nonce) => new(nonce, Id(1), Key(1), null);

    private static WireAnswer Offer(ulong nonce, Model model) =>
        Gone(nonce) with { Offer = new ModelOffer(Parameters, ContentHash.Of(model.Values)) };

    private ulong Asked() => learners.ExpectMsg<ModelRequest>().Wire.Nonce;

    private void Deliver(object message)
    {
        if (message is ModelRequest request)
        {
            traffic.Remember(request, peer);
            Take(new PullRequested(request.Wire.From, request.Wire.Key));
            return;
        }

        foreach (var input in traffic.Take(message, peer))
        {
            Take(input);
        }
    }

    private void Take(Input input)
    {
        machine.Handle(input, outbox);
        foreach (var effect in outbox.Effects)
        {
            if (effect is Pull pull)
            {
                traffic.Send(pull);
            }
            else if (effect is Reply reply)
            {
                replies.Add(reply);
            }
        }

        outbox.Clear();
    }
}
