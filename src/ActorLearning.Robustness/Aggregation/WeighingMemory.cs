namespace ActorLearning.Robustness.Aggregation;

/// <summary>Numbers a rule may write to while it weighs: grown on first use, then nothing is allocated.</summary>
public sealed class WeighingMemory
{
    private const int Least = 1024;

    private double[] doubles = new double[Least];
    private int[] integers = new int[Least];
    private int usedDoubles;
    private int usedIntegers;

    /// <summary><paramref name="count"/> zeros, until the aggregation ends.</summary>
    public Span<double> Doubles(int count) => Take(ref doubles, ref usedDoubles, count);

    /// <summary><paramref name="count"/> zeros, until the aggregation ends.</summary>
    public Span<int> Integers(int count) => Take(ref integers, ref usedIntegers, count);

    internal void Restart() => usedDoubles = usedIntegers = 0;

    private static Span<T> Take<T>(ref T[] memory, ref int used, int count)
    {
        if (memory.Length < used + count)
        {
            // Spans handed out before keep the old array alive and need no copy.
            memory = new T[2 * (used + count)];
        }

        var span = memory.AsSpan(used, count);
        used += count;
        span.Clear();
        return span;
    }
}
