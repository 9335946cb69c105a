using ActorLearning.Numerics;

namespace ActorLearning.KernelBenchmarks;

/// <summary>Numbers to compute with.</summary>
internal static class Values
{
    public static float[] Normal(int count, int seed)
    {
        var random = new RandomStream((ulong)seed, new StreamPurpose("benchmark"));
        var values = new float[count];
        foreach (ref var value in values.AsSpan())
        {
            value = (float)random.NextNormal();
        }

        return values;
    }
}
