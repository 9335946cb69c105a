using ActorLearning.Protocol;
using ActorLearning.Protocol.Wire;

namespace ActorLearning.Cluster.Transport;

/// <summary>
/// Models that have come to this node, by what they are; the least recently wanted goes when there are too many bytes.
/// </summary>
/// <remarks>A liar cannot put its model in an honest one's place: what is added here has been checked against its hash.</remarks>
/// <param name="capacity">Bytes of values kept at most.</param>
internal sealed class ModelStore(long capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<ModelOffer, LinkedListNode<(ModelOffer Offer, Model Model)>> byOffer = [];
    private readonly LinkedList<(ModelOffer Offer, Model Model)> recent = [];
    private long bytes;

    /// <summary>Bytes of values kept.</summary>
    public long Bytes
    {
        get
        {
            lock (gate)
            {
                return bytes;
            }
        }
    }

    /// <summary>The model that was offered; null where it is not here.</summary>
    public Model? Find(ModelOffer offer)
    {
        lock (gate)
        {
            if (!byOffer.TryGetValue(offer, out var node))
            {
                return null;
            }

            recent.Remove(node);
            recent.AddFirst(node);
            return node.Value.Model;
        }
    }

    /// <summary>Keeps a model.</summary>
    public void Add(ModelOffer offer, Model model)
    {
        lock (gate)
        {
            if (byOffer.ContainsKey(offer))
            {
                return; // Two nodes sent the same one.
            }

            byOffer[offer] = recent.AddFirst((offer, model));
            bytes += SizeOf(model);
            while (bytes > capacity && recent.Last is { } oldest)
            {
                recent.RemoveLast();
                byOffer.Remove(oldest.Value.Offer);
                bytes -= SizeOf(oldest.Value.Model);
            }
        }
    }

    private static long SizeOf(Model model) => (long)model.Values.Length * sizeof(float);
}
