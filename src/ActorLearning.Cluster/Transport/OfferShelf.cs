using System.Runtime.CompilerServices;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Wire;

namespace ActorLearning.Cluster.Transport;

/// <summary>Models a learner has offered to other nodes, until each offer was fetched once or its round is over.</summary>
internal sealed class OfferShelf
{
    private readonly Dictionary<ContentHash, Entry> entries = [];
    private readonly ConditionalWeakTable<Model, StrongBox<ContentHash>> hashes = [];

    /// <summary>Models kept.</summary>
    public int Count => entries.Count;

    /// <summary>Offers a model once more.</summary>
    public ModelOffer Offer(Model model, Round round)
    {
        var hash = hashes.GetValue(model, key => new StrongBox<ContentHash>(ContentHash.Of(key.Values))).Value;
        if (!entries.TryGetValue(hash, out var entry))
        {
            entries[hash] = entry = new Entry(model);
        }

        entry.Round = round > entry.Round ? round : entry.Round;
        entry.ValuesLeft += model.Values.Length;
        return new ModelOffer(model.Values.Length, hash);
    }

    /// <summary>The model a piece is wanted of and how much of it to send; null where it is not here.</summary>
    /// <param name="request">The piece wanted.</param>
    /// <param name="longestChunk">Values that fit into this node's frame.</param>
    public (Model Model, int Count)? Serve(WireChunkRequest request, int longestChunk)
    {
        if (!entries.TryGetValue(request.Hash, out var entry) || request.Offset >= entry.Model.Values.Length)
        {
            return null;
        }

        var count = Math.Min(Math.Min(request.Count, longestChunk), entry.Model.Values.Length - request.Offset);
        entry.ValuesLeft -= count;
        if (entry.ValuesLeft <= 0)
        {
            entries.Remove(request.Hash);
        }

        return (entry.Model, count);
    }

    /// <summary>Forgets what was offered in earlier rounds only.</summary>
    public void Forget(Round before)
    {
        foreach (var (hash, _) in entries.Where(pair => pair.Value.Round < before).ToList())
        {
            entries.Remove(hash);
        }
    }

    private sealed class Entry(Model model)
    {
        public Model Model => model;

        public Round Round { get; set; }

        public long ValuesLeft { get; set; }
    }
}
