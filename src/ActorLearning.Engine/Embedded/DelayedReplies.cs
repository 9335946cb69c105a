using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;

namespace ActorLearning.Engine.Embedded;

/// <summary>Answers that are held back, in virtual time: by time, then by sender, then in the order they were sent.</summary>
internal sealed class DelayedReplies
{
    private readonly PriorityQueue<(LearnerId Sender, Reply Reply), (TimeSpan Due, LearnerId Sender, long Order)> queue = new();
    private long sent;

    /// <summary>When the next one is sent; null where none is held back.</summary>
    public TimeSpan? Next => queue.TryPeek(out _, out var place) ? place.Due : null;

    /// <summary>The models under way.</summary>
    public IEnumerable<Model> Models =>
        queue.UnorderedItems.Select(item => item.Element.Reply.Model).OfType<Model>();

    /// <summary>The answers in the order they will be sent.</summary>
    public IEnumerable<(LearnerId Sender, Reply Reply, TimeSpan Due)> InOrder =>
        queue.UnorderedItems.OrderBy(item => item.Priority)
            .Select(item => (item.Element.Sender, item.Element.Reply, item.Priority.Due));

    /// <summary>Holds an answer back until a time.</summary>
    public void Add(LearnerId sender, Reply reply, TimeSpan due) => queue.Enqueue((sender, reply), (due, sender, sent++));

    /// <summary>Takes the next answer whose time has come; null where there is none.</summary>
    public (LearnerId Sender, Reply Reply)? TakeDue(TimeSpan now) => Next <= now ? queue.Dequeue() : null;
}
