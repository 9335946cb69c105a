using ActorLearning.Cluster.Transport;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Wire;
using Akka.Actor;

namespace ActorLearning.Cluster.Tests.Transport;

public sealed class ModelStoreTests
{
    private const int Length = 10;
    private const int Size = Length * sizeof(float);

    private static readonly Address Near = Address.Parse("akka.tcp://actorlearning@10.0.0.1:1");
    private static readonly Address Far = Address.Parse("akka.tcp://actorlearning@10.0.0.2:1");

    private readonly TransportCounts counts = new();

    [Fact]
    public void The_least_recently_wanted_model_goes_when_there_are_too_many_bytes()
    {
        var store = new ModelStore(capacity: 3 * Size, counts);
        var models = Enumerable.Range(0, 4).Select(number => ModelOf(number)).ToList();
        models.Take(3).ToList().ForEach(model => store.Add(OfferOf(model), Near, model));
        store.Find(OfferOf(models[0]), Near);

        store.Add(OfferOf(models[3]), Near, models[3]);

        Assert.Equal(3 * Size, store.Bytes);
        Assert.Same(models[0], store.Find(OfferOf(models[0]), Near));
        Assert.Null(store.Find(OfferOf(models[1]), Near));
        Assert.Same(models[3], store.Find(OfferOf(models[3]), Near));
    }

    [Fact]
    public void Memory_is_bounded_whatever_comes()
    {
        var store = new ModelStore(capacity: 5 * Size + 1, counts);
        for (var number = 0; number < 1000; number++)
        {
            var model = ModelOf(number % 37);
            store.Add(OfferOf(model), Near, model);

            Assert.InRange(store.Bytes, 0, 5 * Size + 1);
        }
    }

    [Fact]
    public void A_store_without_room_keeps_nothing()
    {
        var store = new ModelStore(capacity: 0, counts);

        store.Add(OfferOf(ModelOf(1)), Near, ModelOf(1));

        Assert.Equal(0, store.Bytes);
        Assert.Null(store.Find(OfferOf(ModelOf(1)), Near));
    }

    [Fact]
    public void An_equal_model_of_another_node_is_the_same_model()
    {
        var store = new ModelStore(capacity: 3 * Size, counts);
        var model = ModelOf(1);
        store.Add(OfferOf(model), Near, model);

        Assert.Same(model, store.Find(OfferOf(model), Far));
        Assert.Equal(0, counts[TransportEvent.WrongHash]);
    }

    [Fact]
    public void A_model_under_another_ones_hash_never_stands_for_another_nodes_model()
    {
        var store = new ModelStore(capacity: 3 * Size, counts);
        var (honest, lie) = (ModelOf(1), ModelOf(2));
        store.Add(OfferOf(honest), Near, lie);

        Assert.Same(lie, store.Find(OfferOf(honest), Near)); // A node may say of its own what it likes.
        Assert.Null(store.Find(OfferOf(honest), Far));
        Assert.Equal((0, 1), (store.Bytes, counts[TransportEvent.WrongHash]));
        store.Add(OfferOf(honest), Far, honest);
        Assert.Same(honest, store.Find(OfferOf(honest), Far));
    }

    private static Model ModelOf(float value) => new([.. Enumerable.Repeat(value, Length)], isFinite: true);

    private static ModelOffer OfferOf(Model model) => new(model.Values.Length, ContentHash.Of(model.Values));
}
