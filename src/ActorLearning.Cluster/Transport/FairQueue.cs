using System.Diagnostics.CodeAnalysis;

namespace ActorLearning.Cluster.Transport;

/// <summary>
/// A queue in which owners take turns: the first of each, then the second of each. Whoever asks for much waits longest.
/// </summary>
internal sealed class FairQueue<TOwner, TItem>
    where TOwner : notnull
{
    private readonly Dictionary<TOwner, Queue<TItem>> items = [];
    private readonly Queue<TOwner> turns = new();

    /// <summary>Puts an item behind the others of its owner; an owner new to the queue comes after those that wait.</summary>
    public void Enqueue(TOwner owner, TItem item)
    {
        if (!items.TryGetValue(owner, out var own))
        {
            items[owner] = own = new Queue<TItem>();
            turns.Enqueue(owner);
        }

        own.Enqueue(item);
    }

    /// <summary>Takes the item whose turn it is.</summary>
    public bool TryDequeue([MaybeNullWhen(false)] out TItem item)
    {
        if (!turns.TryDequeue(out var owner))
        {
            item = default;
            return false;
        }

        var own = items[owner];
        item = own.Dequeue();
        if (own.Count == 0)
        {
            items.Remove(owner);
        }
        else
        {
            turns.Enqueue(owner);
        }

        return true;
    }
}
