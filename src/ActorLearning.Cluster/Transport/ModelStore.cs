using ActorLearning.Protocol;
using ActorLearning.Protocol.Wire;
using Akka.Actor;

namespace ActorLearning.Cluster.Transport;

/// <summary>
/// Models that have come to this node, by what they are; the least recently wanted goes when there are too many bytes.
/// </summary>
/// <remarks>
/// What a node says about its own learners' models is its own affair: it could as well have sent other ones. So a model is
/// checked against its hash not when it comes but when it would stand for another node's, which is the only time a wrong hash
/// could do harm, and rare.
/// </remarks>
/// <param name="capacity">Bytes of values kept at most.</param>
/// <param name="counts">The node's.</param>
internal sealed class ModelStore(long capacity, TransportCounts counts)
{
    private readonly Lock gate = new();
    private readonly Dictionary<ModelOffer, LinkedListNode<Entry>> byOffer = [];
    private readonly LinkedList<Entry> recent = [];
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

    /// <summary>The model that a node offers; null where it is not here.</summary>
    public Model? Find(ModelOffer offer, Address source)
    {
        lock (gate)
        {
            if (!byOffer.TryGetValue(offer, out var node))
            {
                return null;
            }

            if (!node.Value.StandsFor(source))
            {
                Remove(node);
                counts.Add(TransportEvent.WrongHash);
                return null;
            }

            recent.Remove(node);
            recent.AddFirst(node);
            return node.Value.Model;
        }
    }

    /// <summary>Keeps what a node sent for its offer.</summary>
    public void Add(ModelOffer offer, Address source, Model model)
    {
        lock (gate)
        {
            if (byOffer.ContainsKey(offer))
            {
                return; // Two nodes sent it at once.
            }

            byOffer[offer] = recent.AddFirst(new Entry(offer, source, model));
            bytes += SizeOf(model);
            while (bytes > capacity && recent.Last is { } oldest)
            {
                Remove(oldest);
            }
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        recent.Remove(node);
        byOffer.Remove(node.Value.Offer);
        bytes -= SizeOf(node.Value.Model);
    }

    private static long SizeOf(Model model) => (long)model.Values.Length * sizeof(float);

    private sealed class Entry(ModelOffer offer, Address source, Model model)
    {
        private bool isChecked;

        public ModelOffer Offer => offer;

        public Model Model => model;

        public bool StandsFor(Address node) => node == source || isChecked || (isChecked = HasItsHash());

        private bool HasItsHash() => ContentHash.Of(model.Values) == offer.Hash;
    }
}
