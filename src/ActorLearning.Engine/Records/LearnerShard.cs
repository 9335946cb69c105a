using ActorLearning.Learning.Data;

namespace ActorLearning.Engine.Records;

/// <summary>What an honest learner trains on.</summary>
/// <param name="Learner">Who.</param>
/// <param name="Labels">How many examples of each label, counted from label 0.</param>
public sealed record LearnerShard(int Learner, IReadOnlyList<int> Labels)
{
    /// <summary>The label with the fewest, of equals the first.</summary>
    internal int Rarest => Enumerable.Range(0, Labels.Count).MinBy(label => Labels[label]);

    /// <summary>Counts the labels of some training examples.</summary>
    internal static LearnerShard Of(int learner, int[] examples, DataSet data)
    {
        var counts = new int[data.Classes];
        foreach (var example in examples)
        {
            counts[data.Training.Labels[example]]++;
        }

        return new LearnerShard(learner, counts);
    }
}
