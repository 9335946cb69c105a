namespace ActorLearning.Scenarios.Tests.Laws.Plain;

/// <summary>Arithmetic on models in double.</summary>
internal static class Point
{
    public static double Squared(double[] a, double[] b) => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum();

    public static double Distance(double[] a, double[] b) => Math.Sqrt(Squared(a, b));

    public static double Norm(double[] a) => Math.Sqrt(a.Sum(x => x * x));

    public static double[] Scale(double factor, double[] a) => [.. a.Select(x => factor * x)];

    public static double[] Add(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

    public static double[] Minus(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x - y)];

    public static double[] Mean(IEnumerable<double[]> models)
    {
        double[][] all = [.. models];
        return Scale(1.0 / all.Length, all.Aggregate(Add));
    }

    public static double[] WeightedMean(IEnumerable<double[]> models, IEnumerable<double> weights) =>
        Scale(1 / weights.Sum(), models.Zip(weights, (model, weight) => Scale(weight, model)).Aggregate(Add));

    public static double[] ByCoordinate(double[][] models, Func<double[], double> combine) =>
        [.. Enumerable.Range(0, models[0].Length).Select(k => combine([.. models.Select(model => model[k]).Order()]))];

    /// <summary>The vector cut to a length.</summary>
    public static double[] Clip(double[] a, double radius) => Norm(a) <= radius ? a : Scale(radius / Norm(a), a);

    /// <summary>Every choice of so many numbers below a bound.</summary>
    public static IEnumerable<int[]> Choices(int bound, int count) =>
        Enumerable.Range(0, 1 << bound).Select(bits => (int[])[.. Enumerable.Range(0, bound).Where(i => (bits >> i & 1) == 1)])
            .Where(choice => choice.Length == count);

    /// <summary>The covariance of weighted models, d by d.</summary>
    public static double[][] Covariance(double[][] models, double[] weights)
    {
        var mean = WeightedMean(models, weights);
        double[][] away = [.. models.Select(model => Minus(model, mean))];
        return [.. mean.Select((_, k) => (double[])[.. mean.Select((_, l) =>
            away.Zip(weights, (x, weight) => weight * x[k] * x[l]).Sum() / weights.Sum())])];
    }

    /// <summary>The largest eigenvalue of a symmetric matrix and its unit eigenvector, by Jacobi's rotations.</summary>
    public static (double Value, double[] Vector) Top(double[][] matrix)
    {
        var n = matrix.Length;
        double[][] a = [.. matrix.Select(row => row.ToArray())];
        double[][] v =
        [
            .. Enumerable.Range(0, n).Select(i => (double[])[.. Enumerable.Range(0, n).Select(j => i == j ? 1.0 : 0)]),
        ];
        double Beside() => a.Select((row, i) => row.Where((_, j) => j != i).Sum(x => x * x)).Sum();
        for (var sweep = 0; sweep < 60 && Beside() > 1e-30 * a.Sum(row => row.Sum(x => x * x)); sweep++)
        {
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Rotate(a, v, p, q);
                }
            }
        }

        var top = Enumerable.Range(0, n).MaxBy(i => a[i][i]);
        return (a[top][top], [.. v.Select(row => row[top])]);
    }

    private static void Rotate(double[][] a, double[][] v, int p, int q)
    {
        if (a[p][q] == 0)
        {
            return;
        }

        var angle = .5 * Math.Atan2(2 * a[p][q], a[q][q] - a[p][p]);
        var (s, c) = Math.SinCos(angle);
        for (var k = 0; k < a.Length; k++)
        {
            (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]);
            (v[k][p], v[k][q]) = (c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]);
        }

        for (var k = 0; k < a.Length; k++)
        {
            (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]);
        }
    }
}
