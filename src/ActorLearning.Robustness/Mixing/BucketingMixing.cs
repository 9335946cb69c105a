using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Mixing;

/// <summary><c>bucketing(s)</c>: the models in random order, cut into groups of s, each group becomes its mean.</summary>
/// <remarks>Karimireddy et al. 2022. ⌈m/s⌉ groups come out, the last may be smaller; f stays f, since each of f Byzantine models
/// may spoil a group of its own.</remarks>
public sealed class BucketingMixing(int size) : IMixingStep
{
    /// <inheritdoc/>
    public bool KeepsOwn => false;

    /// <inheritdoc/>
    public string? Refusal(int models, int byzantine) => null;

    /// <inheritdoc/>
    public int Count(int models) => (models + size - 1) / size;

    /// <inheritdoc/>
    public void Mix(Geometry geometry, int byzantine, ref RandomStream random, MixingMatrix mixing)
    {
        var count = geometry.Count;
        mixing.Reset(Count(count), count);
        var order = mixing.Memory.Integers(count);
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        random.Shuffle(order);
        for (var start = 0; start < count; start += size)
        {
            var group = order.Slice(start, Math.Min(size, count - start));
            foreach (var j in group)
            {
                mixing.Row(start / size)[j] = 1.0 / group.Length;
            }
        }
    }
}
