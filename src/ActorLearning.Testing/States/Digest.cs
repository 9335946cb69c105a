namespace ActorLearning.Testing.States;

/// <summary>64 bits that stand for everything added, in order, and how much of it there was.</summary>
/// <remarks>
/// Two of n different states share a digest with probability n²/2⁶⁵: for ten million states 3 in a million. A search that prunes
/// by digests misses a state then; it never reports a violation that is none.
/// </remarks>
internal sealed class Digest
{
    private ulong value;

    /// <summary>The digest of all that was added.</summary>
    public ulong Value => Mix(value);

    /// <summary>The longest collection that was added.</summary>
    public int LongestCollection { get; private set; }

    /// <summary>Forgets everything.</summary>
    public void Restart() => (value, LongestCollection) = (0x9E3779B97F4A7C15, 0);

    /// <summary>Adds a number.</summary>
    public void Add(ulong number) => value = Mix(value + number) * 0x9FB21C651E98DF25;

    /// <summary>Adds the length of a collection, whose items follow.</summary>
    public void AddLength(int length)
    {
        LongestCollection = Math.Max(LongestCollection, length);
        Add((ulong)length);
    }

    /// <summary>The finaliser of SplitMix64: every input bit reaches every output bit.</summary>
    public static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
