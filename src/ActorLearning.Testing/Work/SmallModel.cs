using ActorLearning.Protocol;
using ActorLearning.Testing.States;

namespace ActorLearning.Testing.Work;

/// <summary>A model of a few numbers that knows its digest.</summary>
internal sealed class SmallModel : Model
{
    private readonly ulong digest;

    public SmallModel(params float[] values)
        : base(values, Array.TrueForAll(values, float.IsFinite)) => digest = Compute(values);

    /// <summary>64 bits that stand for the model's values.</summary>
    public static ulong DigestOf(Model model) => model is SmallModel small ? small.digest : Compute(model.Values);

    private static ulong Compute(float[] values)
    {
        var digest = (ulong)values.Length + 1;
        foreach (var value in values)
        {
            digest = Digest.Mix((digest * 0x9FB21C651E98DF25) + BitConverter.SingleToUInt32Bits(value));
        }

        return digest;
    }
}
