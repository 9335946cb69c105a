using ActorLearning.Cluster.Transport;
using Akka.Actor;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Cluster.Tests.Transport;

public sealed class AskerBookTests
{
    private readonly AskerBook book = new(learners: 10, newest: 4);

    [Fact]
    public void The_newest_request_for_an_exchange_is_answered()
    {
        book.Remember(Id(3), Key(1), nonce: 1, ActorRefs.Nobody);
        book.Remember(Id(3), Key(1), nonce: 2, ActorRefs.Nobody);

        Assert.Equal(2UL, book.Find(Id(3), Key(1))!.Value.Nonce);
        Assert.Null(book.Find(Id(3), Key(2)));
        Assert.Null(book.Find(Id(4), Key(1)));
    }

    [Fact]
    public void A_flood_of_requests_takes_no_memory()
    {
        for (var i = 0; i < 10_000; i++)
        {
            book.Remember(Id(i % 100), Key(i), (ulong)i, ActorRefs.Nobody);
        }

        Assert.Equal(10 * 4, book.Count);
    }

    [Fact]
    public void Requests_of_earlier_rounds_are_forgotten()
    {
        book.Remember(Id(3), Key(1), nonce: 1, ActorRefs.Nobody);
        book.Remember(Id(3), Key(2), nonce: 2, ActorRefs.Nobody);

        book.Forget(before: RoundOf(2));

        Assert.Equal(1, book.Count);
    }
}
