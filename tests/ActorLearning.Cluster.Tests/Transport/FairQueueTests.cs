using ActorLearning.Cluster.Transport;

namespace ActorLearning.Cluster.Tests.Transport;

public sealed class FairQueueTests
{
    [Fact]
    public void Owners_take_turns_and_whoever_asks_for_much_waits_longest()
    {
        var queue = new FairQueue<string, int>();
        foreach (var item in Enumerable.Range(0, 4))
        {
            queue.Enqueue("greedy", item);
        }

        queue.Enqueue("modest", 10);
        queue.Enqueue("other", 20);
        queue.Enqueue("modest", 11);

        Assert.Equal([0, 10, 20, 1, 11, 2, 3], Drain(queue));
    }

    [Fact]
    public void An_owner_that_comes_back_stands_at_the_end()
    {
        var queue = new FairQueue<string, int>();
        queue.Enqueue("a", 1);
        queue.Enqueue("b", 2);
        Assert.True(queue.TryDequeue(out _));
        queue.Enqueue("a", 3);

        Assert.Equal([2, 3], Drain(queue));
    }

    private static IEnumerable<int> Drain(FairQueue<string, int> queue)
    {
        while (queue.TryDequeue(out var item))
        {
            yield return item;
        }
    }
}
