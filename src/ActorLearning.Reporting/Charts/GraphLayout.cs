using ActorLearning.Protocol.Peers;

namespace ActorLearning.Reporting.Charts;

/// <summary>Where the learners of a graph are drawn. A function of the graph alone.</summary>
/// <remarks>
/// Places whose distances are as near as can be to the numbers of steps between the learners: classical scaling for a start, then
/// stress majorization (Gansner, Koren and North 2004). A graph in which nearly everybody knows everybody is a circle.
/// </remarks>
internal static class GraphLayout
{
    private const double Dense = .6;
    private const int PowerSteps = 100;
    private const int Sweeps = 200;

    /// <summary>A place for each learner; the unit is about the length of an edge.</summary>
    public static (double X, double Y)[] Of(Graph graph)
    {
        var n = graph.Learners;
        if (n < 4 || graph.Edges > Dense * n * (n - 1) / 2)
        {
            return Circle(n);
        }

        var steps = Steps(graph);
        var places = Start(steps);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var i = 0; i < n; i++)
            {
                places[i] = Better(places, steps, i);
            }
        }

        return places;
    }

    private static (double X, double Y)[] Circle(int learners) => [.. Enumerable.Range(0, learners).Select(i =>
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * i / learners);
        return (sine, -cosine);
    })];

    /// <summary>The number of steps between each two learners; who cannot be reached stands beyond the farthest.</summary>
    private static double[][] Steps(Graph graph)
    {
        var steps = Enumerable.Range(0, graph.Learners).Select(start => Walk(graph, start)).ToArray();
        var beyond = 2 + steps.Max(row => row.Max());
        foreach (var (row, start) in steps.Select((row, start) => (row, start)))
        {
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = row[i] == 0 && i != start ? beyond : row[i];
            }
        }

        return steps;
    }

    private static double[] Walk(Graph graph, int start)
    {
        var steps = new double[graph.Learners];
        var open = new Queue<int>([start]);
        while (open.TryDequeue(out var at))
        {
            foreach (var next in graph.NeighboursOf(at))
            {
                if (next != start && steps[next] == 0)
                {
                    steps[next] = steps[at] + 1;
                    open.Enqueue(next);
                }
            }
        }

        return steps;
    }

    /// <summary>Classical scaling: the two main directions of the doubly centred squared distances.</summary>
    private static (double X, double Y)[] Start(double[][] steps)
    {
        var n = steps.Length;
        var means = steps.Select(row => row.Average(step => step * step)).ToArray();
        var mean = means.Average();
        double[] Times(double[] vector) => [.. Enumerable.Range(0, n).Select(i =>
            Enumerable.Range(0, n).Sum(j => (means[i] + means[j] - mean - steps[i][j] * steps[i][j]) / 2 * vector[j]))];
        var first = Main(Times, Begin(n, 7), []);
        var second = Main(Times, Begin(n, 11), first);

        // No two learners start in one place: nothing would drive them apart.
        return [.. Enumerable.Range(0, n).Select(i =>
            (first[i] * n + i * 7 % 13 * .01, second[i] * n + i * 5 % 11 * .01))];
    }

    private static double[] Begin(int count, int factor) =>
        [.. Enumerable.Range(0, count).Select(i => 1 + i * factor % 101 / 101.0 - i * 3 % 17 / 8.0)];

    private static double[] Main(Func<double[], double[]> times, double[] vector, double[] without)
    {
        for (var step = 0; step < PowerSteps; step++)
        {
            vector = times(vector);
            var share = without.Zip(vector).Sum(pair => pair.First * pair.Second);
            vector = without.Length == 0 ? vector : [.. vector.Zip(without).Select(pair => pair.First - share * pair.Second)];
            var length = Math.Sqrt(vector.Sum(value => value * value));
            vector = length > 0 ? [.. vector.Select(value => value / length)] : vector;
        }

        return vector;
    }

    /// <summary>Where the others want a learner: the mean of what each asks for, the nearest weighing most.</summary>
    private static (double X, double Y) Better((double X, double Y)[] places, double[][] steps, int i)
    {
        var (x, y, weights) = (0.0, 0.0, 0.0);
        for (var j = 0; j < places.Length; j++)
        {
            if (j == i)
            {
                continue;
            }

            var (wanted, dx, dy) = (steps[i][j], places[i].X - places[j].X, places[i].Y - places[j].Y);
            var scale = wanted / Math.Max(1e-9, Math.Sqrt(dx * dx + dy * dy));
            var weight = 1 / (wanted * wanted);
            x += weight * (places[j].X + scale * dx);
            y += weight * (places[j].Y + scale * dy);
            weights += weight;
        }

        return (x / weights, y / weights);
    }
}
