using ActorLearning.Learning.Data;

namespace ActorLearning.Learning.Splits;

/// <summary>The examples of each label, in the order of the data set.</summary>
public static class LabelIndex
{
    /// <summary>The indices of the examples of each label, rising; label l at place l.</summary>
    /// <param name="samples">Examples with labels 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="classes">How many labels there are.</param>
    public static int[][] Of(Samples samples, int classes)
    {
        var members = new List<int>[classes];
        for (var label = 0; label < classes; label++)
        {
            members[label] = [];
        }

        var labels = samples.Labels;
        for (var i = 0; i < labels.Length; i++)
        {
            members[labels[i]].Add(i);
        }

        return [.. members.Select(list => list.ToArray())];
    }

    internal static int[][] Sorted(List<int>[] shards)
    {
        foreach (var shard in shards)
        {
            shard.Sort();
        }

        return [.. shards.Select(shard => shard.ToArray())];
    }

    internal static List<int>[] Empty(int learners) => [.. Enumerable.Range(0, learners).Select(_ => new List<int>())];
}
