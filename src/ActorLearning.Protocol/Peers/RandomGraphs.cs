using ActorLearning.Numerics;

namespace ActorLearning.Protocol.Peers;

/// <summary>Graphs by chance: functions of their stream.</summary>
public static class RandomGraphs
{
    private const int MostRepairs = 1_000_000;

    // Below this the logarithm of 1 − p has no digits left; no graph that fits a machine has an edge then.
    private const double LeastChance = 1e-12;

    /// <summary>Each pair joined with probability <paramref name="p"/>, independently.</summary>
    /// <remarks>Erdős and Rényi; drawn by the gaps between edges: Batagelj and Brandes 2005.</remarks>
    public static Graph ErdosRenyi(int learners, double p, RandomStream random) => new(learners, Drawn(learners, p, random));

    /// <summary>Everybody has exactly <paramref name="degree"/> neighbours.</summary>
    /// <remarks>
    /// The pairing model: shuffled half-edges are paired up; a pair that is a loop or there already swaps ends with a random
    /// other pair until none is left. n·degree is even and degree below n. A dense graph is what a sparse one leaves out.
    /// </remarks>
    public static Graph RandomRegular(int learners, int degree, RandomStream random)
    {
        if (2 * degree > learners)
        {
            var left = new HashSet<(int, int)>(RandomRegular(learners, learners - 1 - degree, random).AllEdges());
            return new Graph(learners, GraphShapes.Complete(learners).AllEdges().Where(edge => !left.Contains(edge)));
        }

        var ends = new int[learners * degree];
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = i / degree;
        }

        random.Shuffle(ends);
        var pairs = ends.Length / 2;
        var counts = new Dictionary<(int, int), int>(pairs);
        for (var i = 0; i < pairs; i++)
        {
            Count(counts, ends, i, 1);
        }

        var bad = new Queue<int>(Enumerable.Range(0, pairs).Where(i => IsBad(counts, ends, i)));
        for (var tries = 0; bad.TryDequeue(out var pair); tries++)
        {
            if (tries > MostRepairs)
            {
                throw new InvalidOperationException($"no {degree}-regular graph over {learners} learners was found.");
            }

            if (!IsBad(counts, ends, pair))
            {
                continue;
            }

            var other = random.NextBelow(pairs);
            Count(counts, ends, pair, -1);
            Count(counts, ends, other, other == pair ? 0 : -1);
            (ends[2 * pair + 1], ends[2 * other + 1]) = (ends[2 * other + 1], ends[2 * pair + 1]);
            Count(counts, ends, pair, 1);
            Count(counts, ends, other, other == pair ? 0 : 1);
            bad.Enqueue(pair);
            bad.Enqueue(other);
        }

        return new Graph(learners, Enumerable.Range(0, pairs).Select(i => (ends[2 * i], ends[2 * i + 1])));
    }

    /// <summary>
    /// A ring in which everybody knows its <paramref name="degree"/> nearest, each edge led elsewhere with probability
    /// <paramref name="p"/>.
    /// </summary>
    /// <remarks>Watts and Strogatz 1998; the degree is even and below n.</remarks>
    public static Graph SmallWorld(int learners, int degree, double p, RandomStream random)
    {
        var joined = new HashSet<(int, int)>();
        for (var distance = 1; distance <= degree / 2; distance++)
        {
            for (var i = 0; i < learners; i++)
            {
                joined.Add(Sorted(i, (i + distance) % learners));
            }
        }

        var degrees = new int[learners];
        foreach (var (one, other) in joined)
        {
            degrees[one]++;
            degrees[other]++;
        }

        for (var distance = 1; distance <= degree / 2; distance++)
        {
            for (var i = 0; i < learners; i++)
            {
                var old = Sorted(i, (i + distance) % learners);
                if (random.NextDouble() >= p || degrees[i] >= learners - 1 || !joined.Contains(old))
                {
                    continue;
                }

                int target;
                do
                {
                    target = random.NextBelow(learners);
                }
                while (target == i || joined.Contains(Sorted(i, target)));
                joined.Remove(old);
                degrees[old.Item1 == i ? old.Item2 : old.Item1]--;
                joined.Add(Sorted(i, target));
                degrees[target]++;
            }
        }

        return new Graph(learners, joined);
    }

    /// <summary>A uniformly random spanning tree, then random further edges up to so many in all.</summary>
    /// <remarks>
    /// The fixed graphs of RPEL's comparison. The tree is drawn by Aldous and Broder's walk: the step that first reaches a
    /// learner is its edge. At least n − 1 edges, at most n(n − 1)/2.
    /// </remarks>
    public static Graph RandomConnected(int learners, long edges, RandomStream random)
    {
        var joined = new HashSet<(int, int)>();
        var isReached = new bool[learners];
        var at = random.NextBelow(learners);
        isReached[at] = true;
        while (joined.Count < learners - 1)
        {
            var step = random.NextBelow(learners - 1);
            var next = step < at ? step : step + 1;
            if (!isReached[next])
            {
                isReached[next] = true;
                joined.Add(Sorted(at, next));
            }

            at = next;
        }

        while (joined.Count < edges)
        {
            var one = random.NextBelow(learners);
            var other = random.NextBelow(learners - 1);
            joined.Add(Sorted(one, other < one ? other : other + 1));
        }

        return new Graph(learners, joined);
    }

    private static IEnumerable<(int, int)> Drawn(int learners, double p, RandomStream random)
    {
        if (p < LeastChance)
        {
            yield break;
        }

        var (row, column) = (1, -1);
        while (row < learners)
        {
            // The gap to the next edge is geometric; log 0 is -∞, a gap beyond the end.
            var gap = p >= 1 ? 0 : Math.Floor(Elementary.Log(1 - random.NextDouble()) / Elementary.Log(1 - p));
            var to = column + 1 + gap;
            while (row < learners && to >= row)
            {
                to -= row++;
            }

            column = (int)Math.Min(to, int.MaxValue);
            if (row < learners)
            {
                yield return (row, column);
            }
        }
    }

    private static (int, int) Sorted(int one, int other) => one < other ? (one, other) : (other, one);

    private static void Count(Dictionary<(int, int), int> counts, int[] ends, int pair, int change)
    {
        var edge = Sorted(ends[2 * pair], ends[2 * pair + 1]);
        counts[edge] = counts.GetValueOrDefault(edge) + change;
    }

    private static bool IsBad(Dictionary<(int, int), int> counts, int[] ends, int pair) =>
        ends[2 * pair] == ends[2 * pair + 1] || counts[Sorted(ends[2 * pair], ends[2 * pair + 1])] > 1;
}
