using ActorLearning.Protocol;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Engine.Embedded;

/// <summary>Messages under way, in virtual time: by time, then by sender, then in the order they were sent.</summary>
internal sealed class Letters
{
    private readonly PriorityQueue<Letter, (TimeSpan Due, int Sender, long Order)> queue = new();
    private long sent;

    /// <summary>When the next one arrives; null where none is under way.</summary>
    public TimeSpan? Next => queue.TryPeek(out _, out var place) ? place.Due : null;

    /// <summary>The models under way.</summary>
    public IEnumerable<Model> Models => queue.UnorderedItems.Select(item => item.Element.Input switch
    {
        ModelReceived answer => answer.Model,
        Trained trained => trained.Model,
        _ => null,
    }).OfType<Model>();

    /// <summary>The messages in the order they arrive; added again in this order they arrive the same way.</summary>
    public IEnumerable<(TimeSpan Due, Letter Letter)> InOrder =>
        queue.UnorderedItems.OrderBy(item => item.Priority).Select(item => (item.Priority.Due, item.Element));

    /// <summary>Sends a message that arrives at a time.</summary>
    public void Add(TimeSpan due, Letter letter) => queue.Enqueue(letter, (due, letter.Sender, sent++));

    /// <summary>Takes the next message whose time has come; null where there is none.</summary>
    public Letter? TakeDue(TimeSpan now) => Next <= now ? queue.Dequeue() : null;
}
