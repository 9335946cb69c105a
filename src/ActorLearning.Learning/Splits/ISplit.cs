using ActorLearning.Learning.Data;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Splits;

/// <summary>Deals the training examples out to learners.</summary>
public interface ISplit
{
    /// <summary>For each of <paramref name="learners"/> learners the indices of its examples, in ascending order.</summary>
    /// <param name="samples">The training examples.</param>
    /// <param name="classes">Number of labels.</param>
    /// <param name="learners">Number of learners with data: the honest ones.</param>
    /// <param name="random">The run's stream for splits.</param>
    int[][] Deal(Samples samples, int classes, int learners, RandomStream random);
}
