namespace ActorLearning.Numerics.Tests;

/// <summary>Pearson's test that counts come from a uniform distribution.</summary>
internal static class Frequencies
{
    /// <summary>Five standard deviations above the mean and a little: one false alarm in millions, and seeds are fixed.</summary>
    public static void AssertUniform(IReadOnlyCollection<int> counts)
    {
        var expected = counts.Average();
        var squares = counts.Sum(count => (count - expected) * (count - expected) / expected);
        var freedom = counts.Count - 1;

        Assert.True(expected >= 20, "too few draws for this test");
        Assert.True(squares < freedom + 5 * Math.Sqrt(2 * freedom) + 10, $"chi-square {squares:F1} with {freedom} degrees");
    }
}
