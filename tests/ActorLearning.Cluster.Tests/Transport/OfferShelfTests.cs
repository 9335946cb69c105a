using ActorLearning.Cluster.Transport;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Wire;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Cluster.Tests.Transport;

public sealed class OfferShelfTests
{
    private readonly OfferShelf shelf = new();
    private readonly Model model = new([1, 2, 3, 4, 5], isFinite: true);

    [Fact]
    public void An_offer_names_the_length_and_the_hash()
    {
        Assert.Equal(new ModelOffer(5, ContentHash.Of(model.Values)), shelf.Offer(model, RoundOf(1)));
    }

    [Fact]
    public void A_piece_is_no_longer_than_wanted_than_the_frame_and_than_the_model()
    {
        shelf.Offer(model, RoundOf(1));
        shelf.Offer(model, RoundOf(1));

        Assert.Equal((model, 3), Serve(offset: 0, count: 3, longest: 100));
        Assert.Equal((model, 2), Serve(offset: 1, count: 100, longest: 2));
        Assert.Equal((model, 1), Serve(offset: 4, count: 100, longest: 100));
        Assert.Null(Serve(offset: 5, count: 1, longest: 100));
    }

    [Fact]
    public void A_lie_is_kept_until_each_victim_has_fetched_it()
    {
        shelf.Offer(model, RoundOf(1));
        shelf.Offer(new Model([.. model.Values], isFinite: true), RoundOf(1));

        Assert.NotNull(Serve(0, 5, 100));
        Assert.NotNull(Serve(0, 3, 100));
        Assert.NotNull(Serve(3, 2, 100));
        Assert.Null(Serve(0, 5, 100));
        Assert.Equal(0, shelf.Count);
    }

    [Fact]
    public void What_nobody_fetched_goes_with_its_round()
    {
        shelf.Offer(model, RoundOf(3));
        shelf.Forget(before: RoundOf(3));
        Assert.Equal(1, shelf.Count);

        shelf.Forget(before: RoundOf(4));

        Assert.Equal(0, shelf.Count);
    }

    private (Model Model, int Count)? Serve(int offset, int count, int longest) =>
        shelf.Serve(new WireChunkRequest(1, ContentHash.Of(model.Values), offset, count), longest);
}
