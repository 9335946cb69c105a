namespace ActorLearning.Reporting;

/// <summary>A line of blocks that shows how a value between 0 and 1 went.</summary>
public static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>One block a value.</summary>
    public static string Of(IEnumerable<double> values) =>
        string.Concat(values.Select(value => Blocks[Math.Clamp((int)(value * Blocks.Length), 0, Blocks.Length - 1)]));
}
