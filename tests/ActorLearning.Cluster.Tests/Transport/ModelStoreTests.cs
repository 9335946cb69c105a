using ActorLearning.Cluster.Transport;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Wire;

namespace ActorLearning.Cluster.Tests.Transport;

public sealed class ModelStoreTests
{
    private const int Length = 10;
    private const int Size = Length * sizeof(float);

    [Fact]
    public void The_least_recently_wanted_model_goes_when_there_are_too_many_bytes()
    {
        var store = new ModelStore(capacity: 3 * Size);
        var models = Enumerable.Range(0, 4).Select(number => ModelOf(number)).ToList();
        models.Take(3).ToList().ForEach(model => store.Add(OfferOf(model), model));
        store.Find(OfferOf(models[0]));

        store.Add(OfferOf(models[3]), models[3]);

        Assert.Equal(3 * Size, store.Bytes);
        Assert.Same(models[0], store.Find(OfferOf(models[0])));
        Assert.Null(store.Find(OfferOf(models[1])));
        Assert.Same(models[3], store.Find(OfferOf(models[3])));
    }

    [Fact]
    public void Memory_is_bounded_whatever_comes()
    {
        var store = new ModelStore(capacity: 5 * Size + 1);
        for (var number = 0; number < 1000; number++)
        {
            var model = ModelOf(number % 37);
            store.Add(OfferOf(model), model);

            Assert.InRange(store.Bytes, 0, 5 * Size + 1);
        }
    }

    [Fact]
    public void A_store_without_room_keeps_nothing()
    {
        var store = new ModelStore(capacity: 0);

        store.Add(OfferOf(ModelOf(1)), ModelOf(1));

        Assert.Equal(0, store.Bytes);
        Assert.Null(store.Find(OfferOf(ModelOf(1))));
    }

    private static Model ModelOf(float value) => new([.. Enumerable.Repeat(value, Length)], isFinite: true);

    private static ModelOffer OfferOf(Model model) => new(model.Values.Length, ContentHash.Of(model.Values));
}
