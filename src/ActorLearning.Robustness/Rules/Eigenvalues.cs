using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Rules;

/// <summary>Eigenvalues of small symmetric matrices in double.</summary>
internal static class Eigenvalues
{
    private const int MostSweeps = 60;

    /// <summary>The largest eigenvalue, to rounding; the matrix is overwritten.</summary>
    /// <remarks>Jacobi 1846, cyclic: rotations that make one pair of entries zero after the other.</remarks>
    public static double Largest(Span<double> matrix, int size)
    {
        for (var sweep = 0; sweep < MostSweeps && OffDiagonal(matrix, size); sweep++)
        {
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    Rotate(matrix, size, p, q);
                }
            }
        }

        var largest = matrix[0];
        for (var i = 1; i < size; i++)
        {
            largest = Math.Max(largest, matrix[i * size + i]);
        }

        return largest;
    }

    /// <summary>The largest eigenvalue of a positive semidefinite matrix and its eigenvector of length 1, by power
    /// iteration.</summary>
    /// <remarks>Ends when the vector moves by no more than the tolerance, or after the most iterations.</remarks>
    public static double Power(
        ReadOnlySpan<double> matrix, Span<double> vector, Span<double> next, RandomStream random, double tolerance,
        int iterations)
    {
        foreach (ref var entry in vector)
        {
            entry = random.NextNormal();
        }

        Normalise(vector);
        var value = 0.0;
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            for (var i = 0; i < vector.Length; i++)
            {
                next[i] = Dot(matrix.Slice(i * vector.Length, vector.Length), vector);
            }

            value = Normalise(next);
            if (value == 0)
            {
                return 0;
            }

            var moved = 0.0;
            for (var i = 0; i < vector.Length; i++)
            {
                moved = Math.Max(moved, Math.Abs(next[i] - vector[i]));
                vector[i] = next[i];
            }

            if (moved <= tolerance)
            {
                break;
            }
        }

        return value;
    }

    private static bool OffDiagonal(ReadOnlySpan<double> matrix, int size)
    {
        var (off, on) = (0.0, 0.0);
        for (var i = 0; i < size; i++)
        {
            on += matrix[i * size + i] * matrix[i * size + i];
            for (var j = 0; j < i; j++)
            {
                off += matrix[i * size + j] * matrix[i * size + j];
            }
        }

        return off > 1e-30 * on;
    }

    private static void Rotate(Span<double> a, int size, int p, int q)
    {
        var pq = a[p * size + q];
        if (pq == 0)
        {
            return;
        }

        var theta = (a[q * size + q] - a[p * size + p]) / (2 * pq);
        var t = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        var c = 1 / Math.Sqrt(t * t + 1);
        var s = t * c;
        a[p * size + p] -= t * pq;
        a[q * size + q] += t * pq;
        a[p * size + q] = a[q * size + p] = 0;
        for (var k = 0; k < size; k++)
        {
            if (k != p && k != q)
            {
                var (kp, kq) = (a[k * size + p], a[k * size + q]);
                a[k * size + p] = a[p * size + k] = c * kp - s * kq;
                a[k * size + q] = a[q * size + k] = s * kp + c * kq;
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static double Normalise(Span<double> vector)
    {
        var length = Math.Sqrt(Dot(vector, vector));
        foreach (ref var entry in vector)
        {
            entry = length == 0 ? 0 : entry / length;
        }

        return length;
    }
}
