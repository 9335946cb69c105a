namespace ActorLearning.Numerics;

/// <summary>
/// Single-threaded matrix products C ← A·B and C ← C + A·B, row-major, in the three transpositions training needs.
/// </summary>
/// <remarks>
/// Every element of C is one chain of fused multiply-adds over k = 0, 1, … in that order, so that blocking, packing and edges
/// change no bit: the plain triple loop is the specification.
/// </remarks>
public static partial class MatrixMultiply
{
    private const int PanelWidth = PackedPanel.Width;

    /// <summary>C (m×n) ← A (m×k) · B (k×n).</summary>
    public static void Multiply(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int m, int n, int k, bool accumulate, Scratch scratch)
    {
        Check(a.Length, b.Length, c.Length, m, n, k);
        Run(a, rowStride: k, columnStride: 1, b, transposedB: false, c, m, n, k, accumulate, scratch);
    }

    /// <summary>C (m×n) ← Aᵀ · B with A stored k×m and B stored k×n: the gradient of a weight.</summary>
    public static void MultiplyTransposedA(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int m, int n, int k, bool accumulate, Scratch scratch)
    {
        Check(a.Length, b.Length, c.Length, m, n, k);
        Run(a, rowStride: 1, columnStride: m, b, transposedB: false, c, m, n, k, accumulate, scratch);
    }

    /// <summary>C (m×n) ← A · Bᵀ with A stored m×k and B stored n×k: a dense layer with its weights stored by output.</summary>
    public static void MultiplyTransposedB(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int m, int n, int k, bool accumulate, Scratch scratch)
    {
        Check(a.Length, b.Length, c.Length, m, n, k);
        Run(a, rowStride: k, columnStride: 1, b, transposedB: true, c, m, n, k, accumulate, scratch);
    }

    /// <summary>C (m×n) ← A (m×k) · B (k×n) for a B so small that it is read where it is; n a multiple of sixteen.</summary>
    public static unsafe void MultiplyInPlace(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int m, int n, int k)
    {
        Check(a.Length, b.Length, c.Length, m, n, k);
        ArgumentOutOfRangeException.ThrowIfNotEqual(n % PanelWidth, 0, nameof(n));
        fixed (float* pa = a, pb = b, pc = c)
        {
            for (var column = 0; column < n; column += PanelWidth)
            {
                for (var row = 0; row < m;)
                {
                    var rows = Tiles.Rows(m - row);
                    Tiles.Run(
                        rows, pa + row * k, k, 1, new StridedPanel(pb + column, n), pc + row * n + column, n, k,
                        accumulate: false);
                    row += rows;
                }
            }
        }
    }

    private static unsafe void Run(
        ReadOnlySpan<float> a, int rowStride, int columnStride, ReadOnlySpan<float> b, bool transposedB,
        Span<float> c, int m, int n, int k, bool accumulate, Scratch scratch)
    {
        var mark = scratch.Position;
        var panel = scratch.Take(k * PanelWidth);
        var edge = scratch.Take(Tiles.Most * PanelWidth);
        fixed (float* pa = a, pc = c, pp = panel, pe = edge)
        {
            for (var column = 0; column < n; column += PanelWidth)
            {
                var width = Math.Min(PanelWidth, n - column);
                if (transposedB)
                {
                    PackTransposed(b, column, width, k, panel);
                }
                else
                {
                    Pack(b, column, width, n, k, panel);
                }

                for (var row = 0; row < m;)
                {
                    var rows = Tiles.Rows(m - row);
                    var tile = pa + (long)row * rowStride;
                    var target = pc + (long)row * n + column;
                    if (width == PanelWidth)
                    {
                        Tiles.Run(rows, tile, rowStride, columnStride, new PackedPanel(pp), target, n, k, accumulate);
                    }
                    else
                    {
                        CopyTile(target, n, pe, PanelWidth, rows, accumulate ? width : 0);
                        Tiles.Run(rows, tile, rowStride, columnStride, new PackedPanel(pp), pe, PanelWidth, k, accumulate);
                        CopyTile(pe, PanelWidth, target, n, rows, width);
                    }

                    row += rows;
                }
            }
        }

        scratch.Release(mark);
    }

    private static unsafe void CopyTile(float* from, int fromStride, float* to, int toStride, int rows, int width)
    {
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < width; j++)
            {
                to[i * toStride + j] = from[i * fromStride + j];
            }
        }
    }

    private static void Check(int a, int b, int c, int m, int n, int k)
    {
        if (a < m * k || b < k * n || c < m * n)
        {
            throw new ArgumentException(
                $"A {m}×{n}×{k} product needs {m * k}, {k * n} and {m * n} values; got {a}, {b} and {c}.");
        }
    }
}
