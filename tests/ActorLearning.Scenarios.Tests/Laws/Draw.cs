using ActorLearning.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace ActorLearning.Scenarios.Tests.Laws;

/// <summary>What the last models of a draw are.</summary>
internal enum Lie
{
    /// <summary>Honest like all others.</summary>
    None,

    /// <summary>Minus twice the honest mean.</summary>
    SignFlip,

    /// <summary>One and a half standard deviations above it.</summary>
    LittleIsEnough,

    /// <summary>Three standard deviations above it.</summary>
    Edge,

    /// <summary>A thousand away.</summary>
    Far,

    /// <summary>The first honest model, once more.</summary>
    Mimic,

    /// <summary>Any of the above, each another one.</summary>
    Mixed,

    /// <summary>Something of their own where all honest models are one.</summary>
    AgainstConsensus,

    /// <summary>Nothing: all are honest and of whole numbers, so that many distances are the same to the bit.</summary>
    Whole,
}

/// <summary>Models for a law, small enough to be printed: FsCheck makes the numbers, shrinks them and prints them.</summary>
/// <param name="Count">Number of models m, at least 3.</param>
/// <param name="Byzantine">How many of them lie, if the pipeline takes as many; otherwise as many as it takes.</param>
/// <param name="Length">Length of a model.</param>
/// <param name="Number">Of the random numbers.</param>
/// <param name="Lie">What the liars say.</param>
internal sealed record Draw(int Count, int Byzantine, int Length, int Number, Lie Lie)
{
    /// <summary>Draws of so many models at most, all of them of the fewest the laws look at, or more.</summary>
    public static Arbitrary<Draw> UpTo(int models, int length = 20, int fewest = 6) => Arb.From(
        from count in Gen.Choose(fewest, models)
        from byzantine in Gen.Choose(0, count / 2)
        from size in Gen.Choose(1, length)
        from number in Gen.Choose(0, 1_000_000)
        from lie in Gen.Elements(Enum.GetValues<Lie>())
        select new Draw(count, byzantine, size, number, lie),
        draw => Smaller(draw, fewest));

    /// <summary>The models, liars last, so that the own one is honest.</summary>
    public float[][] Models(int byzantine)
    {
        var models = LawCase.Models(Count, Length, Number);
        if (Lie == Lie.Whole)
        {
            return [.. models.Select(model => (float[])[.. model.Select(x => MathF.Round(4 * x))])];
        }

        for (var j = 1; j < Count - byzantine && Lie == Lie.AgainstConsensus; j++)
        {
            models[j] = [.. models[0]];
        }

        var honest = models[.. (Count - byzantine)];
        for (var j = Count - byzantine; j < Count; j++)
        {
            models[j] = Said(honest, Lie == Lie.Mixed ? (Lie)(j % (int)Lie.Mixed) : Lie, models[j]);
        }

        return models;
    }

    /// <summary>As many liars as were drawn, or as the pipeline takes.</summary>
    public int ByzantineFor(LawCase made) => made.MostByzantine(Count, atMost: Byzantine);

    /// <summary>Mixing weights of a graph, the own one first, that sum to 1.</summary>
    public double[] Weights()
    {
        var stream = LawCase.Stream(Number);
        double[] raw = [.. Enumerable.Range(0, Count).Select(_ => .1 + stream.NextDouble())];
        return [.. raw.Select(weight => weight / raw.Sum())];
    }

    private static float[] Said(float[][] honest, Lie lie, float[] otherwise) => [.. otherwise.Select((x, k) =>
    {
        var mean = honest.Average(model => model[k]);
        var spread = MathF.Sqrt(honest.Average(model => (model[k] - mean) * (model[k] - mean)));
        return lie switch
        {
            Lie.SignFlip => -2 * mean,
            Lie.LittleIsEnough => mean + 1.5f * spread,
            Lie.Edge => mean + 3 * spread,
            Lie.Far => x + 1e3f,
            Lie.Mimic => honest[0][k],
            _ => x,
        };
    })];

    private static IEnumerable<Draw> Smaller(Draw draw, int fewest)
    {
        if (draw.Count > fewest)
        {
            yield return draw with { Count = draw.Count - 1 };
        }

        if (draw.Byzantine > 0)
        {
            yield return draw with { Byzantine = draw.Byzantine - 1 };
        }

        if (draw.Length > 1)
        {
            yield return draw with { Length = draw.Length / 2 };
            yield return draw with { Length = draw.Length - 1 };
        }

        if (draw.Lie != Lie.None)
        {
            yield return draw with { Lie = Lie.None };
        }

        if (draw.Number > 0)
        {
            yield return draw with { Number = draw.Number / 2 };
        }
    }
}
