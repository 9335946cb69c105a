namespace ActorLearning.Protocol.Peers;

/// <summary>Graphs without chance.</summary>
public static class GraphShapes
{
    private const int LeastSide = 3;

    /// <summary>Everybody knows everybody.</summary>
    public static Graph Complete(int learners) => new(learners, Pairs(0, learners));

    /// <summary>A circle: learner i beside i − 1 and i + 1.</summary>
    public static Graph Ring(int learners) =>
        new(learners, Enumerable.Range(0, learners).Select(i => (i, (i + 1) % learners)).Where(edge => edge.i != edge.Item2));

    /// <summary>Learner 0 in the middle, joined to all others.</summary>
    public static Graph Star(int learners) => new(learners, Enumerable.Range(1, learners - 1).Select(i => (0, i)));

    /// <summary>A grid whose borders are joined, as nearly square as the number of learners allows.</summary>
    /// <exception cref="ArgumentException">The number has no two factors of 3 or more.</exception>
    public static Graph Torus(int learners)
    {
        var rows = TorusRows(learners) ?? throw new ArgumentException($"{learners} learners make no torus.", nameof(learners));
        var columns = learners / rows;
        return new Graph(learners, Enumerable.Range(0, learners).SelectMany(i => new[]
        {
            (i, i / columns * columns + (i + 1) % columns),
            (i, (i + columns) % learners),
        }));
    }

    /// <summary>The rows of the most nearly square torus of so many learners; null where there is none.</summary>
    public static int? TorusRows(int learners)
    {
        for (var rows = (int)Math.Sqrt(learners); rows >= LeastSide; rows--)
        {
            if (learners % rows == 0)
            {
                return rows;
            }
        }

        return null;
    }

    /// <summary>
    /// Two halves in which everybody knows everybody; each learner of the first half is joined to so many of the second.
    /// </summary>
    /// <remarks>The graph of Gaucher et al. 2025 on which spectral attacks bite: a narrow cut between two tight groups.</remarks>
    public static Graph TwoWorlds(int learners, int links)
    {
        var half = (learners + 1) / 2;
        var other = learners - half;
        var bridges = Enumerable.Range(0, half)
            .SelectMany(i => Enumerable.Range(0, Math.Min(links, other)).Select(k => (i, half + (i + k) % other)));
        return new Graph(learners, Pairs(0, half).Concat(Pairs(half, learners)).Concat(bridges));
    }

    private static IEnumerable<(int, int)> Pairs(int start, int end) => Enumerable.Range(start, end - start)
        .SelectMany(one => Enumerable.Range(one + 1, end - one - 1).Select(other => (one, other)));
}
