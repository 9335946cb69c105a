namespace ActorLearning.Numerics.Tests;

public sealed class MatrixMultiplyTests
{
    private const int Guard = 20;

    private static readonly float[] Left = Sample.Floats(240_000, 1);
    private static readonly float[] Right = Sample.Floats(240_000, 2);
    private static readonly float[] Start = Sample.Floats(240_000, 3);

    private readonly Scratch scratch = new();

    private delegate void Product(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int m, int n, int k, bool accumulate, Scratch scratch);

    [Fact]
    public void A_small_product_equals_the_triple_loop() =>
        ForSmallSizes((m, n, k) => Compare(m, n, k, transposedA: false, transposedB: false));

    [Fact]
    public void A_small_product_with_the_first_matrix_transposed_equals_the_triple_loop() =>
        ForSmallSizes((m, n, k) => Compare(m, n, k, transposedA: true, transposedB: false));

    [Fact]
    public void A_small_product_with_the_second_matrix_transposed_equals_the_triple_loop() =>
        ForSmallSizes((m, n, k) => Compare(m, n, k, transposedA: false, transposedB: true));

    [Theory]
    [InlineData(37, 53, 129)]
    [InlineData(25, 10, 500)]
    [InlineData(20, 576, 25)]
    [InlineData(65, 129, 257)]
    [InlineData(1, 301, 784)]
    [InlineData(131, 1, 99)]
    public void A_big_product_equals_the_triple_loop(int m, int n, int k)
    {
        Compare(m, n, k, transposedA: false, transposedB: false);
        Compare(m, n, k, transposedA: true, transposedB: false);
        Compare(m, n, k, transposedA: false, transposedB: true);
    }

    [Fact]
    public void A_product_with_a_matrix_read_in_place_has_the_bits_of_the_packed_one()
    {
        foreach (var (m, n, k) in new[] { (1, 16, 1), (7, 64, 3), (16, 64, 16), (9, 256, 7), (64, 64, 64), (20, 48, 31) })
        {
            float[] expected = new float[m * n], actual = new float[m * n];
            MatrixMultiply.Multiply(Left, Right, expected, m, n, k, accumulate: false, scratch);

            MatrixMultiply.MultiplyInPlace(Left, Right, actual, m, n, k);

            Sample.SameBits(expected, actual, $"{m}x{n}x{k}");
        }

        Assert.Throws<ArgumentOutOfRangeException>(() =>
            MatrixMultiply.MultiplyInPlace(Left, Right, new float[40], m: 2, n: 20, k: 3));
    }

    [Fact]
    public void A_product_is_the_textbook_one()
    {
        var c = new float[4];

        MatrixMultiply.Multiply([1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12], c, m: 2, n: 2, k: 3, accumulate: false, scratch);

        Assert.Equal([58, 64, 139, 154], c);
    }

    [Fact]
    public void A_product_of_too_few_values_is_refused()
    {
        Assert.Throws<ArgumentException>(() =>
            MatrixMultiply.Multiply(new float[5], new float[6], new float[4], 2, 2, 3, accumulate: false, scratch));
        Assert.Throws<ArgumentException>(() =>
            MatrixMultiply.MultiplyTransposedA(new float[6], new float[5], new float[4], 2, 2, 3, accumulate: false, scratch));
        Assert.Throws<ArgumentException>(() =>
            MatrixMultiply.MultiplyTransposedB(new float[6], new float[6], new float[3], 2, 2, 3, accumulate: false, scratch));
    }

    [Fact]
    public void A_product_allocates_nothing_after_the_first_and_gives_its_scratch_back()
    {
        var (a, b, c) = (Sample.Floats(30 * 40, 1), Sample.Floats(40 * 50, 2), new float[30 * 50]);
        MatrixMultiply.Multiply(a, b, c, 30, 50, 40, accumulate: false, scratch);
        var position = scratch.Position;

        var before = GC.GetAllocatedBytesForCurrentThread();
        MatrixMultiply.Multiply(a, b, c, 30, 50, 40, accumulate: true, scratch);
        MatrixMultiply.MultiplyTransposedA(a, b, c, 30, 50, 40, accumulate: true, scratch);
        MatrixMultiply.MultiplyTransposedB(a, b, c, 30, 50, 40, accumulate: true, scratch);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Equal(position, scratch.Position);
    }

    /// <summary>All tile heights (6, 4, 2, 1 and what they add up to), all panel remainders, all transpose remainders.</summary>
    private static void ForSmallSizes(Action<int, int, int> compare)
    {
        foreach (var k in (int[])[0, 1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 35])
        {
            for (var m = 1; m <= 35; m += m < 15 ? 1 : 5)
            {
                for (var n = 1; n <= 35; n++)
                {
                    compare(m, n, k);
                }
            }
        }
    }

    private void Compare(int m, int n, int k, bool transposedA, bool transposedB)
    {
        Product product = transposedA ? MatrixMultiply.MultiplyTransposedA
            : transposedB ? MatrixMultiply.MultiplyTransposedB : MatrixMultiply.Multiply;
        var a = Left.AsSpan(0, m * k);
        var b = Right.AsSpan(0, k * n);
        var start = Start.AsSpan(0, m * n + Guard);
        foreach (var accumulate in (bool[])[false, true])
        {
            var expected = start.ToArray();
            for (var i = 0; i < m; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var sum = accumulate ? expected[i * n + j] : 0f;
                    for (var x = 0; x < k; x++)
                    {
                        var left = transposedA ? a[x * m + i] : a[i * k + x];
                        var right = transposedB ? b[j * k + x] : b[x * n + j];
                        sum = MathF.FusedMultiplyAdd(left, right, sum);
                    }

                    expected[i * n + j] = sum;
                }
            }

            var actual = start.ToArray();
            Poison();
            product(a, b, actual, m, n, k, accumulate, scratch);

            Sample.SameBits(expected, actual, $"{m}×{n}×{k}, accumulate {accumulate}");
        }
    }

    /// <summary>Whatever a kernel leaves unwritten in its scratch memory shows as NaN.</summary>
    private void Poison()
    {
        var mark = scratch.Position;
        scratch.Take(2048).Fill(float.NaN);
        scratch.Release(mark);
    }
}
