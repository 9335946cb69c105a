namespace ActorLearning.Numerics;

/// <summary>
/// A named stream of random numbers: a function of seed, purpose, learner, round and detail, and of nothing else.
/// </summary>
/// <remarks>
/// The key is mixed from seed and purpose, the counter is (block, learner, round, detail): streams never overlap, nothing has
/// to be stored to go on after a resume, and a draw added in one place moves no number in another. Copying the struct copies
/// the position: pass it by reference to go on drawing.
/// </remarks>
public struct RandomStream
{
    // How many numbers are looked through one by one, at most, where marks would cost more; and where marks cost too much.
    private const int MostDraws = 1000;
    private const int Few = 64;
    private const int Some = 1024;
    private const int MostMarks = 1 << 16;

    private readonly uint key0, key1, learner, round, detail;
    private uint block, word0, word1, word2, word3;
    private int left;

    /// <summary>The stream of one purpose, learner and round.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="purpose">What is drawn.</param>
    /// <param name="learner">Whose draw it is; 0 where it is nobody's.</param>
    /// <param name="round">The round; 0 before the first.</param>
    /// <param name="detail">Anything finer: a local step, a consensus step, a victim.</param>
    public RandomStream(ulong seed, StreamPurpose purpose, int learner = 0, int round = 0, int detail = 0)
    {
        var key = Mix(Mix(seed) ^ purpose.Hash);
        (key0, key1) = ((uint)key, (uint)(key >> 32));
        (this.learner, this.round, this.detail) = ((uint)learner, (uint)round, (uint)detail);
    }

    /// <summary>32 random bits.</summary>
    public uint NextUInt32()
    {
        if (left == 0)
        {
            (word0, word1, word2, word3) = Philox.Block(block++, learner, round, detail, key0, key1);
            left = 4;
        }

        return left-- switch { 4 => word0, 3 => word1, 2 => word2, _ => word3 };
    }

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64() => NextUInt32() | ((ulong)NextUInt32() << 32);

    /// <summary>Uniform in [0, 1), 24 bits.</summary>
    public float NextFloat() => (NextUInt32() >> 8) * (1f / (1 << 24));

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 … bound−1, without bias.</summary>
    /// <remarks>Lemire 2019: multiply and reject.</remarks>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var limit = (uint)bound;
        var product = (ulong)NextUInt32() * limit;
        if ((uint)product < limit)
        {
            var threshold = (0u - limit) % limit;
            while ((uint)product < threshold)
            {
                product = (ulong)NextUInt32() * limit;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>Standard normal, by Marsaglia's polar method.</summary>
    public double NextNormal()
    {
        while (true)
        {
            var u = 2 * NextDouble() - 1;
            var v = 2 * NextDouble() - 1;
            var s = u * u + v * v;
            if (s is > 0 and < 1)
            {
                return u * Math.Sqrt(-2 * Elementary.Log(s) / s);
            }
        }
    }

    /// <summary>Gamma with shape <paramref name="shape"/> &gt; 0 and scale 1.</summary>
    /// <remarks>Marsaglia and Tsang 2000; below shape 1 the boost Γ(a) = Γ(a+1)·U^(1/a).</remarks>
    public double NextGamma(double shape)
    {
        if (shape < 1)
        {
            var boost = Elementary.Power(1 - NextDouble(), 1 / shape);
            return NextGamma(shape + 1) * boost;
        }

        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = NextNormal();
            var t = 1 + c * x;
            if (t <= 0)
            {
                continue;
            }

            var v = t * t * t;
            var u = 1 - NextDouble();
            if (Elementary.Log(u) < 0.5 * x * x + d - d * v + d * Elementary.Log(v))
            {
                return d * v;
            }
        }
    }

    /// <summary>Shares from a symmetric Dirichlet distribution: none negative, summing to 1.</summary>
    /// <remarks>Of an alpha so tiny that every gamma rounds to zero one takes all, which is the limit.</remarks>
    public void NextDirichlet(double alpha, Span<double> shares)
    {
        var sum = 0.0;
        for (var attempt = 0; sum <= 0 && attempt < MostDraws; attempt++)
        {
            for (var i = 0; i < shares.Length; i++)
            {
                sum += shares[i] = NextGamma(alpha);
            }
        }

        if (sum <= 0)
        {
            shares[NextBelow(shares.Length)] = sum = 1;
        }

        foreach (ref var share in shares)
        {
            share /= sum;
        }
    }

    /// <summary>Puts the items into a uniformly random order (Fisher and Yates).</summary>
    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>
    /// Fills <paramref name="chosen"/> with distinct numbers below <paramref name="bound"/>, every set equally likely.
    /// </summary>
    /// <remarks>
    /// Floyd's algorithm. The set is uniform, the order is not random: sort it or shuffle it. Allocates nothing for a bound up to
    /// 65,536 or up to 1,024 numbers.
    /// </remarks>
    public void NextDistinct(int bound, Span<int> chosen)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chosen.Length, bound);
        var isMarked = chosen.Length > Few && bound <= MostMarks;
        Span<ulong> marks = stackalloc ulong[isMarked ? (bound + 63) / 64 : 0];
        marks.Clear();
        var seen = !isMarked && chosen.Length > Some ? new HashSet<int>(chosen.Length) : null;
        for (var taken = 0; taken < chosen.Length; taken++)
        {
            var last = bound - chosen.Length + taken;
            var candidate = NextBelow(last + 1);
            var repeated = isMarked ? (marks[candidate / 64] >> (candidate % 64) & 1) == 1
                : seen?.Contains(candidate) ?? chosen[..taken].Contains(candidate);
            var next = chosen[taken] = repeated ? last : candidate;
            seen?.Add(next);
            if (isMarked)
            {
                marks[next / 64] |= 1UL << (next % 64);
            }
        }
    }

    /// <summary>The finaliser of SplitMix64: every input bit reaches every output bit.</summary>
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
