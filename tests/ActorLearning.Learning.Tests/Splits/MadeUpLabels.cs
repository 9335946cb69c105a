using ActorLearning.Learning.Data;

namespace ActorLearning.Learning.Tests.Splits;

/// <summary>Examples of which only the labels matter, and how shards of them look.</summary>
internal static class MadeUpLabels
{
    /// <summary>Random labels, as in MNIST about equally often each.</summary>
    public static Samples Of(int count, int classes, int number) =>
        new ImageSamples(new byte[count], [.. Sample.Labels(count, classes, number).Select(label => (byte)label)], (0, 1));

    /// <summary>Mean over learners of the most frequent label's share: from 1/classes (even) to 1 (one label each).</summary>
    public static double Skew(Samples samples, int[][] shards) => shards.Where(shard => shard.Length > 0).Average(
        shard => shard.GroupBy(index => Label(samples, index)).Max(group => group.Count()) / (double)shard.Length);

    public static int LabelsSeen(Samples samples, int[] shard) =>
        shard.Select(index => Label(samples, index)).Distinct().Count();

    private static byte Label(Samples samples, int index) => samples.Labels[index];
}
