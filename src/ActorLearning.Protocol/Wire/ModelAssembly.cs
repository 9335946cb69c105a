using ActorLearning.Numerics;

namespace ActorLearning.Protocol.Wire;

/// <summary>
/// A model on its way here, piece by piece: which pieces to ask for, what has come, and whether it is what was offered.
/// </summary>
/// <remarks>
/// Pieces may come in any order and be shorter than asked for. Memory for the model is taken when the first piece has come that
/// was asked for; whether all values are finite is found here, once, while each piece is warm.
/// </remarks>
/// <param name="offer">What was offered. Its length is the memory the model takes: check it before.</param>
/// <param name="longestChunk">Values to ask for at once, at least 1.</param>
public sealed class ModelAssembly(ModelOffer offer, int longestChunk)
{
    private readonly List<(int Offset, int Count)> asked = [];
    private readonly Stack<(int Offset, int Count)> again = [];
    private float[]? values;
    private int next;
    private int received;
    private bool isFinite = true;

    /// <summary>What was offered.</summary>
    public ModelOffer Offer => offer;

    /// <summary>Pieces asked for that have not come.</summary>
    public int Outstanding => asked.Count;

    /// <summary>Whether every value is here.</summary>
    public bool IsComplete => received == offer.Length;

    /// <summary>The next piece to ask for; null where all have been asked for.</summary>
    public (int Offset, int Count)? Ask()
    {
        (int Offset, int Count) piece;
        if (again.TryPop(out var rest))
        {
            piece = rest;
        }
        else if (next < offer.Length)
        {
            piece = (next, Math.Min(longestChunk, offer.Length - next));
            next += piece.Count;
        }
        else
        {
            return null;
        }

        asked.Add(piece);
        return piece;
    }

    /// <summary>Takes a piece; refuses what was not asked for, or not like this.</summary>
    public WireRefusal Add(WireChunk chunk)
    {
        var (offset, count) = (chunk.Offset, chunk.Count);
        var at = asked.FindIndex(piece => piece.Offset == offset && count <= piece.Count);
        if (at < 0 || count == 0 || chunk.Total != offer.Length)
        {
            return WireRefusal.Unasked;
        }

        if (count < asked[at].Count)
        {
            again.Push((offset + count, asked[at].Count - count));
        }

        asked.RemoveAt(at);
        values ??= GC.AllocateUninitializedArray<float>(offer.Length);
        chunk.CopyTo(values);
        isFinite = isFinite && Vectors.AllFinite(values.AsSpan(offset, count));
        received += count;
        return WireRefusal.None;
    }

    /// <summary>The whole model; null until it is complete. That it has the hash of the offer is not checked here.</summary>
    public Model? Finish() => IsComplete ? new Model(values ?? [], isFinite) : null;
}
