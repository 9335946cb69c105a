using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Transport;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Wire;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Cluster.Tests.Transport;

/// <summary>Time is the test's own: nothing here waits for a clock to go.</summary>
public sealed class FetchActorTests : TestKit
{
    private const int Length = 10;

    private const string Settings = """
        akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
        actorlearning.models { pulls-in-flight = 2, chunks-in-flight = 2, chunk-size = 44b }
        """;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly ModelTransport transport;
    private readonly IActorRef fetcher;
    private readonly TestProbe source;

    public FetchActorTests()
        : base(Settings)
    {
        transport = ModelTransport.Of(Sys);
        fetcher = transport.From(Address.Parse("akka.tcp://actorlearning@127.0.0.1:1"));
        source = CreateTestProbe("source");
    }

    [Fact]
    public void A_model_comes_in_pieces_so_many_at_once()
    {
        var model = ModelWith(1);
        Want(model, learner: 0);

        var first = source.ExpectMsg<ChunkRequest>();
        var second = source.ExpectMsg<ChunkRequest>();
        Assert.Equal((0, 4, 4, 4), (first.Wire.Offset, first.Wire.Count, second.Wire.Offset, second.Wire.Count));
        Settle();
        source.ExpectNoMsg(TimeSpan.Zero);
        Give(second, model);
        var third = source.ExpectMsg<ChunkRequest>();
        Assert.Equal((8, 2), (third.Wire.Offset, third.Wire.Count));
        Give(third, model);
        Give(first, model);

        Assert.Equal(model.Values, ExpectMsg<FetchActor.Fetched>().Model!.Values);
        Assert.Equal(1, transport.Counts[TransportEvent.Crossing]);
    }

    [Fact]
    public void No_more_models_than_the_cap_are_under_way_and_learners_take_turns()
    {
        var greedy = Enumerable.Range(0, 4).Select(number => ModelWith(number)).ToList();
        greedy.ForEach(model => Want(model, learner: 0));
        var modest = ModelWith(50);
        Want(modest, learner: 1);

        var order = new List<float>();
        var open = new Queue<Model>();
        while (order.Count < 5)
        {
            var request = source.ExpectMsg<ChunkRequest>();
            var model = greedy.Append(modest).Single(item => ContentHash.Of(item.Values) == request.Wire.Hash);
            if (!order.Contains(model.Values[0]))
            {
                order.Add(model.Values[0]);
                open.Enqueue(model);
                Assert.InRange(open.Count, 1, 2);
            }

            Give(request, model);
            if (request.Wire.Offset == 8)
            {
                open.Dequeue();
            }
        }

        Assert.Equal([0, 1, 2, 50, 3], order);
    }

    [Fact]
    public void What_is_under_way_or_here_does_not_cross_again()
    {
        var model = ModelWith(1);
        Want(model, learner: 0);
        Want(model, learner: 1);
        Want(model, learner: 2);
        GiveAll(model);

        Assert.All(ReceiveN(3), message => Assert.Equal(model.Values, ((FetchActor.Fetched)message).Model!.Values));
        Want(model, learner: 3);
        Assert.Equal(model.Values, ExpectMsg<FetchActor.Fetched>().Model!.Values);
        Settle();
        source.ExpectNoMsg(TimeSpan.Zero);
        Assert.Equal((1, 2, 1), (transport.Counts[TransportEvent.Crossing], transport.Counts[TransportEvent.SharedFetch],
            transport.Counts[TransportEvent.StoreHit]));
    }

    [Fact]
    public void What_a_node_sends_under_another_ones_hash_is_not_given_out_as_that_of_another_node()
    {
        var (honest, lie) = (ModelWith(1), ModelWith(2));
        Want(honest, learner: 0);
        GiveAll(lie);
        Assert.Equal(lie.Values, ExpectMsg<FetchActor.Fetched>().Model!.Values); // Its own pull: it may lie to whom it likes.

        var other = transport.From(Address.Parse("akka.tcp://actorlearning@127.0.0.1:2"));
        Want(honest, learner: 1, of: other);
        GiveAll(honest, other);

        Assert.Equal(honest.Values, ExpectMsg<FetchActor.Fetched>().Model!.Values);
        Assert.Equal(1, transport.Counts[TransportEvent.WrongHash]);
    }

    [Fact]
    public void A_model_that_is_gone_is_told_at_once()
    {
        Want(ModelWith(1), learner: 0);
        var request = source.ExpectMsg<ChunkRequest>();

        fetcher.Tell(Received(WireBytes(request.Wire.Nonce, 0, 0, [])));

        Assert.Null(ExpectMsg<FetchActor.Fetched>().Model);
    }

    [Fact]
    public void A_source_that_never_answers_gives_its_place_away_at_the_deadline()
    {
        var scheduler = (TestScheduler)Sys.Scheduler;
        Want(ModelWith(1), learner: 0);
        Want(ModelWith(2), learner: 1);
        var waiting = ModelWith(3);
        Want(waiting, learner: 2, Soon + Soon);
        source.ReceiveN(4);
        Settle();

        scheduler.Advance(Soon);
        GiveAll(waiting);

        Assert.Equal(waiting.Values, ExpectMsg<FetchActor.Fetched>().Model!.Values);
        Assert.Equal(2, transport.Counts[TransportEvent.Abandoned]);
    }

    [Fact]
    public void Whoever_joins_later_keeps_a_fetch_alive_until_its_own_deadline()
    {
        var scheduler = (TestScheduler)Sys.Scheduler;
        var model = ModelWith(1);
        Want(model, learner: 0);
        Want(model, learner: 1, Soon + Soon);
        Settle();

        scheduler.Advance(Soon);
        Settle();
        GiveAll(model);

        Assert.Equal(2, ReceiveN(2).Count);
        Assert.Equal(0, transport.Counts[TransportEvent.Abandoned]);
    }

    [Fact]
    public void Pieces_nobody_asked_for_and_damaged_bytes_are_counted_and_nothing_else()
    {
        var model = ModelWith(1);
        Want(model, learner: 0);
        var request = source.ExpectMsg<ChunkRequest>();

        fetcher.Tell(Received(WireBytes(request.Wire.Nonce + 1, 0, Length, model.Values.AsSpan(0, 4))));
        fetcher.Tell(Received(WireBytes(request.Wire.Nonce, 1, Length, model.Values.AsSpan(0, 3))));
        fetcher.Tell(new DamagedMessage(WireRefusal.WrongChecksum, 100));
        Give(request, model);
        GiveAll(model);

        Assert.Equal(model.Values, ExpectMsg<FetchActor.Fetched>().Model!.Values);
        Assert.Equal(
            (2, 1), (transport.Counts[TransportEvent.Stray], transport.Counts[TransportEvent.Damaged]));
    }

    private static Model ModelWith(float first)
    {
        var values = new float[Length];
        values[0] = first;
        return new Model(values, isFinite: true);
    }

    private static ReceivedChunk Received(byte[] bytes) => new(bytes);

    private static byte[] WireBytes(ulong nonce, int offset, int total, ReadOnlySpan<float> values)
    {
        var bytes = new byte[WireChunk.SizeOf(values.Length)];
        WireChunk.Write(bytes, nonce, offset, total, values);
        return bytes;
    }

    private void Want(Model model, int learner, TimeSpan? patience = null, IActorRef? of = null)
    {
        var offer = new ModelOffer(Length, ContentHash.Of(model.Values));
        var wanted = new FetchActor.Wanted((ulong)learner, offer, source, Id(learner), patience ?? Soon);
        (of ?? fetcher).Tell(wanted, TestActor);
    }

    /// <summary>Returns when the fetcher has taken whatever was told to it before.</summary>
    private void Settle()
    {
        fetcher.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>();
    }

    private void Give(ChunkRequest request, Model model, IActorRef? to = null)
    {
        var wire = request.Wire;
        var bytes = WireBytes(wire.Nonce, wire.Offset, Length, model.Values.AsSpan(wire.Offset, wire.Count));
        (to ?? fetcher).Tell(Received(bytes));
    }

    /// <summary>Answers every request until the last piece was asked for.</summary>
    private void GiveAll(Model model, IActorRef? to = null)
    {
        for (var offset = 0; offset < 8;)
        {
            var request = source.ExpectMsg<ChunkRequest>();
            offset = request.Wire.Offset;
            Give(request, model, to);
        }
    }
}
