using ActorLearning.Cluster.Transport;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Wire;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Cluster.Tests.Transport;

public sealed class PullBookTests
{
    private static readonly Pull Asked = new(Id(3), Key(7), Deadline);
    private static readonly Model Model = ModelOf(1);

    private readonly TransportCounts counts = new();
    private readonly List<Input> inputs = [];
    private readonly PullBook book;
    private readonly ulong nonce;

    public PullBookTests()
    {
        book = new PullBook(Parameters, counts);
        nonce = book.Open(Asked);
    }

    [Fact]
    public void An_offer_is_fetched_and_then_decides_the_pull()
    {
        Assert.True(book.Answer(Offer(), null, inputs));
        Assert.Empty(inputs);
        Assert.True(book.IsPending(nonce));

        book.Fetched(nonce, Model, inputs);

        Assert.Equal([Received(Model)], inputs);
        Assert.False(book.IsPending(nonce));
    }

    [Fact]
    public void A_model_of_the_same_node_decides_at_once()
    {
        Assert.False(book.Answer(Gone(), Model, inputs));

        Assert.Equal([Received(Model)], inputs);
    }

    [Fact]
    public void A_model_that_is_gone_is_a_timeout()
    {
        Assert.False(book.Answer(Gone(), null, inputs));
        book.Expire(nonce, inputs);

        Assert.Equal([new PullTimedOut(Asked.Peer, Asked.Key)], inputs);
    }

    [Fact]
    public void Second_answers_wait_until_the_first_has_come_and_are_then_counted()
    {
        book.Answer(Offer(), null, inputs);
        Assert.False(book.Answer(Offer(), null, inputs));
        Assert.False(book.Answer(Offer(), null, inputs));
        Assert.False(book.Answer(Gone(), null, inputs));
        Assert.Empty(inputs);

        book.Fetched(nonce, Model, inputs);
        book.Answer(Offer(), null, inputs);

        Assert.Equal([Received(Model), Spare, Spare, Spare], inputs);
        Assert.Equal(3, counts[TransportEvent.Duplicate]);
    }

    [Fact]
    public void A_late_answer_is_counted_and_not_fetched()
    {
        book.Expire(nonce, inputs);
        Assert.False(book.Answer(Offer(), null, inputs));
        Assert.False(book.Answer(Gone(), Model, inputs));

        Assert.Equal([new PullTimedOut(Asked.Peer, Asked.Key), Spare, Spare], inputs);
        Assert.Equal(2, counts[TransportEvent.Late]);
    }

    [Fact]
    public void A_fetch_that_ends_after_the_deadline_is_late()
    {
        book.Answer(Offer(), null, inputs);
        book.Expire(nonce, inputs);
        book.Fetched(nonce, Model, inputs);

        Assert.Equal([new PullTimedOut(Asked.Peer, Asked.Key), Spare], inputs);
    }

    [Fact]
    public void An_offer_of_another_length_is_broken_and_never_fetched()
    {
        var longer = Offer() with { Offer = new ModelOffer(Parameters + 1, ContentHash.Of([1])) };

        Assert.False(book.Answer(longer, null, inputs));

        Assert.Equal([Spare], inputs); // To a pending pull of the machine that is a broken model.
    }

    [Fact]
    public void An_answer_for_another_peer_or_exchange_than_asked_is_broken()
    {
        var other = book.Open(Asked with { Peer = Id(4) });

        Assert.False(book.Answer(Offer() with { Peer = Id(5) }, null, inputs));
        Assert.False(book.Answer(Offer() with { Nonce = other, Peer = Id(4), Key = Key(8) }, null, inputs));

        Assert.Equal([Spare, new ModelReceived(Id(4), Asked.Key, PullBook.Unusable)], inputs);
    }

    [Fact]
    public void Whoever_does_not_know_the_nonce_cannot_decide_a_pull()
    {
        for (var guess = 1UL; guess <= 1000; guess++)
        {
            Assert.False(book.Answer(Offer() with { Nonce = nonce + guess }, null, inputs));
        }

        Assert.Empty(inputs);
        Assert.True(book.IsPending(nonce));
        Assert.Equal(1000, counts[TransportEvent.Stray]);
    }

    [Fact]
    public void Pulls_of_earlier_rounds_are_forgotten_and_their_answers_strays()
    {
        book.Forget(before: RoundOf(7));
        Assert.Equal(1, book.Count);
        book.Forget(before: RoundOf(8));

        Assert.False(book.Answer(Offer(), null, inputs));

        Assert.Equal(0, book.Count);
        Assert.Equal(1, counts[TransportEvent.Stray]);
    }

    private static Input Spare => Received(PullBook.Unusable);

    private static ModelReceived Received(Model model) => new(Asked.Peer, Asked.Key, model);

    private WireAnswer Offer() =>
        new(nonce, Asked.Peer, Asked.Key, new ModelOffer(Parameters, ContentHash.Of(Model.Values)));

    private WireAnswer Gone() => Offer() with { Offer = null };
}
