namespace ActorLearning.Protocol.Peers;

/// <summary>An undirected graph over the learners, without loops and without parallel edges.</summary>
public sealed class Graph
{
    private readonly int[][] neighbours;

    /// <summary>A graph from its edges; an edge given twice or both ways counts once.</summary>
    /// <param name="learners">Number of learners n; the edges join numbers below it.</param>
    /// <param name="edges">Pairs of different learners.</param>
    /// <exception cref="ArgumentException">An edge is a loop or leads to no learner.</exception>
    public Graph(int learners, IEnumerable<(int One, int Other)> edges)
    {
        var lists = new List<int>[learners];
        for (var i = 0; i < learners; i++)
        {
            lists[i] = [];
        }

        foreach (var (one, other) in edges)
        {
            if (one == other || Math.Min(one, other) < 0 || Math.Max(one, other) >= learners)
            {
                throw new ArgumentException($"{one} to {other} is no edge of a graph over {learners} learners.", nameof(edges));
            }

            lists[one].Add(other);
            lists[other].Add(one);
        }

        neighbours = [.. lists.Select(list => list.Distinct().Order().ToArray())];
        Edges = neighbours.Sum(list => (long)list.Length) / 2;
    }

    /// <summary>Number of learners n.</summary>
    public int Learners => neighbours.Length;

    /// <summary>Number of edges.</summary>
    public long Edges { get; }

    /// <summary>The fewest neighbours a learner has.</summary>
    public int LeastDegree => neighbours.Min(list => list.Length);

    /// <summary>The most neighbours a learner has.</summary>
    public int GreatestDegree => neighbours.Max(list => list.Length);

    /// <summary>The neighbours of a learner, ascending.</summary>
    public ReadOnlySpan<int> NeighboursOf(int learner) => neighbours[learner];

    /// <summary>Number of neighbours of a learner.</summary>
    public int DegreeOf(int learner) => neighbours[learner].Length;

    /// <summary>The edges, each once, in ascending order.</summary>
    public IEnumerable<(int One, int Other)> AllEdges() => Enumerable.Range(0, Learners)
        .SelectMany(one => neighbours[one].Where(other => other > one).Select(other => (one, other)));

    /// <summary>
    /// The connected parts of the graph that is left when some learners are taken out: the largest first, then by least member.
    /// </summary>
    /// <param name="without">Who is taken out; null for nobody.</param>
    public IReadOnlyList<int[]> Parts(Predicate<int>? without = null)
    {
        var parts = new List<int[]>();
        var isSeen = new bool[Learners];
        var open = new Stack<int>();
        for (var start = 0; start < Learners; start++)
        {
            if (isSeen[start] || without?.Invoke(start) == true)
            {
                continue;
            }

            var part = new List<int>();
            isSeen[start] = true;
            open.Push(start);
            while (open.TryPop(out var at))
            {
                part.Add(at);
                foreach (var next in neighbours[at])
                {
                    if (!isSeen[next] && without?.Invoke(next) != true)
                    {
                        isSeen[next] = true;
                        open.Push(next);
                    }
                }
            }

            part.Sort();
            parts.Add([.. part]);
        }

        return [.. parts.OrderByDescending(part => part.Length).ThenBy(part => part[0])];
    }
}
