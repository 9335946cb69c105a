using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Benchmarks;

/// <summary>One aggregation, or one forgery.</summary>
public static class RuleCases
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Case> All(bool isTiny)
    {
        var (rpel, cifar, wide) = isTiny ? (1605, 1310, 655) : (176050, 1310000, 65536);
        yield return Rule("nnm | trimmed-mean", 16, rpel, 7, wanted: 15);
        yield return Rule("trimmed-mean", 16, rpel, 7, wanted: 25);
        yield return Rule("nnm | trimmed-mean", 7, cifar, 3, wanted: 15);
        yield return Rule("trimmed-mean", 64, wide, 8, wanted: 40);
        yield return Rule("median", 64, wide, null, wanted: 12);
        yield return Rule("krum", 16, rpel, 7, wanted: 20);
        yield return Rule("geometric-median", 64, wide, null, wanted: 12);
        yield return new($"alie 14 x {rpel}", 15, () => Forge(14, rpel));
    }

    /// <summary>How the cost of an aggregation grows with the models s + 1 and the parameters d.</summary>
    public static IEnumerable<Case> Growth(bool isTiny)
    {
        var most = isTiny ? 1000 : 176050;
        foreach (var count in new[] { 4, 8, 16, 32, 64, 128 })
        {
            yield return Rule("nnm | trimmed-mean", count, most, count / 2 - 1, wanted: 0);
        }

        foreach (var parts in new[] { 64, 16, 4 })
        {
            yield return Rule("nnm | trimmed-mean", 16, most / parts, 7, wanted: 0);
        }

        yield return Rule("nnm | trimmed-mean", 16, 4 * most, 7, wanted: 0);
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

    private static Case Rule(string text, int count, int length, int? byzantine, double wanted) => new(
        $"{text} {count} x {length}{(byzantine is null ? "" : $" f={byzantine}")}", wanted, () =>
        {
            var pipeline = Pipelines.Parse(text, (_, problem) => throw new InvalidOperationException(problem))!;
            var (vectors, result) = (Normal(count, length), new float[length]);
            var workspace = new AggregationWorkspace(new Scratch());
            return () => pipeline.Aggregate(
                new AggregationInput { Models = vectors, AssumedByzantine = byzantine ?? 0, KnownFinite = true },
                result,
                workspace);
        });

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
