using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Benchmarks;

/// <summary>One aggregation, or one forgery.</summary>
internal static class RuleCases
{
    public static IEnumerable<(string Name, Action Work)> All()
    {
        yield return ("nnm | trimmed-mean 16 x 176050 f=7", Rule("nnm | trimmed-mean", 16, 176050, 7));
        yield return ("trimmed-mean 16 x 176050 f=7", Rule("trimmed-mean", 16, 176050, 7));
        yield return ("nnm | trimmed-mean 7 x 1310000 f=3", Rule("nnm | trimmed-mean", 7, 1310000, 3));
        yield return ("trimmed-mean 64 x 65536 f=8", Rule("trimmed-mean", 64, 65536, 8));
        yield return ("median 64 x 65536", Rule("median", 64, 65536, 8));
        yield return ("krum 16 x 176050 f=7", Rule("krum", 16, 176050, 7));
        yield return ("alie 14 x 176050", Forge(14, 176050));
    }

    private static float[][] Normal(int count, int length)
    {
        var random = new RandomStream(2, new StreamPurpose("benchmark"));
        var vectors = new float[count][];
        for (var i = 0; i < count; i++)
        {
            vectors[i] = new float[length];
            foreach (ref var value in vectors[i].AsSpan())
            {
                value = (float)random.NextNormal();
            }
        }

        return vectors;
    }

    private static Action Rule(string text, int count, int length, int byzantine)
    {
        var pipeline = Pipelines.Parse(text, (_, problem) => throw new InvalidOperationException(problem))!;
        var (vectors, result, workspace) = (Normal(count, length), new float[length], new AggregationWorkspace(new Scratch()));
        return () => pipeline.Aggregate(
            new AggregationInput { Models = vectors, AssumedByzantine = byzantine, KnownFinite = true }, result, workspace);
    }

    private static Action Forge(int count, int length)
    {
        var (vectors, forged) = (Normal(count, length), new float[length]);
        var attack = new LittleIsEnoughAttack(1.5, 1);
        return () => attack.Forge(
            new AttackView
            {
                Knowledge = attack.Knowledge, Honest = vectors, Learners = 30, Byzantine = 6, Random = default,
            },
            forged);
    }
}
