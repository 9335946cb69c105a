namespace ActorLearning.Reporting;

/// <summary>A line of blocks that shows how a value between 0 and 1 went.</summary>
public static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>One block a value; of more than <paramref name="most"/> evenly chosen ones, the last among them.</summary>
    public static string Of(IEnumerable<double> values, int most = int.MaxValue)
    {
        var all = values.ToList();
        var stride = (all.Count - 1) / most + 1;
        return string.Concat(all.Where((_, i) => (all.Count - 1 - i) % stride == 0)
            .Select(value => Blocks[Math.Clamp((int)(value * Blocks.Length), 0, Blocks.Length - 1)]));
    }
}
