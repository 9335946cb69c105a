using System.Text.Json;
using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Mixing;
using ActorLearning.Robustness.Rules;

namespace ActorLearning.Robustness.Tests.KnownAnswers;

public sealed class RuleAnswerTests
{
    private static readonly IReadOnlyList<JsonElement> Cases = KnownAnswerFile.Cases("rules.json");

    private static readonly NearestNeighbourMixing Nnm = new();

    /// <summary>The name in the file, and the pipeline it stands for. A new rule is one line here.</summary>
    private static readonly Dictionary<string, Func<JsonElement, AggregationPipeline>> Known = new()
    {
        ["mean"] = _ => Pipeline(new MeanRule()),
        ["median"] = _ => Pipeline(new MedianRule()),
        ["trimmed-mean"] = _ => Pipeline(new TrimmedMeanRule()),
        ["krum"] = _ => Pipeline(new KrumRule()),
        ["krum-byzfl"] = _ => Pipeline(new KrumRule(publishedNeighbours: false)),
        ["geometric-median"] = _ => Pipeline(new GeometricMedianRule()),
        ["medoid"] = _ => Pipeline(new MedoidRule()),
        ["multi-krum"] = _ => Pipeline(new MultiKrumRule()),
        ["minimum-diameter-averaging"] = _ => Pipeline(new MinimumDiameterAveragingRule()),
        ["smallest-maximum-eigenvalue-averaging"] = _ => Pipeline(new SmallestMaximumEigenvalueAveragingRule()),
        ["mean-around-median"] = _ => Pipeline(new MeanAroundMedianRule()),
        ["nearest-neighbour-averaging"] = _ => Pipeline(new NearestNeighbourAveragingRule()),
        ["centred-clipping"] = at => Pipeline(new CentredClippingRule(at.Number("radius"), at.Whole("iterations"))),
        ["clipped-gossip"] = _ => Pipeline(new ClippedGossipRule()),
        ["cs-plus"] = _ => Pipeline(new ClippedSumRule()),
        ["gts"] = _ => Pipeline(new GossipTrimmedSumRule()),
        ["remove-then-clip"] = _ => Pipeline(new RemoveThenClipRule()),
        ["nnm | mean"] = _ => Pipeline(new MeanRule(), Nnm),
        ["nnm | median"] = _ => Pipeline(new MedianRule(), Nnm),
        ["nnm | trimmed-mean"] = _ => Pipeline(new TrimmedMeanRule(), Nnm),
        ["nnm | krum"] = _ => Pipeline(new KrumRule(), Nnm),
        ["nnm | geometric-median"] = _ => Pipeline(new GeometricMedianRule(), Nnm),
        ["clipping(radius=2) | mean"] = _ => Pipeline(new MeanRule(), new ClippingMixing(2)),
        ["arc | trimmed-mean"] = _ => Pipeline(new TrimmedMeanRule(), new AdaptiveClippingMixing()),
    };

    public static TheoryData<string> Names => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_gives_the_known_answers(string name)
    {
        var cases = Cases.Where(at => NameOf(at) == name).ToArray();

        Assert.NotEmpty(cases);
        foreach (var at in cases)
        {
            var models = KnownAnswerFile.Models(at.GetProperty("vectors"));
            var byzantine = at.Whole("byzantine");
            var pipeline = Known[name](at);

            var result = Aggregate(pipeline, at, models);

            KnownAnswerFile.Check(at, result, $"{name}, {models.Length} models, {byzantine} assumed Byzantine");
        }
    }

    [Fact]
    public void Every_known_answer_is_checked() => Assert.Empty(Cases.Select(NameOf).Distinct().Except(Known.Keys));

    private static float[] Aggregate(AggregationPipeline pipeline, JsonElement at, float[][] models)
    {
        // The file lists the weights of the neighbours; the own model keeps the rest.
        double[] neighbours = at.TryGetProperty("weights", out var weights)
            ? [.. weights.EnumerateArray().Select(x => x.GetDouble())] : [];
        var result = new float[models[0].Length];
        pipeline.Aggregate(
            new AggregationInput
            {
                Models = models,
                AssumedByzantine = at.Whole("byzantine"),
                MixingWeights = neighbours.Length == 0 ? default : [1 - neighbours.Sum(), .. neighbours],
                ByzantineWeight = neighbours.Length == 0 ? double.NaN : at.Number("byzantineWeight"),
                State = pipeline.CreateState(result.Length),
            },
            result, new AggregationWorkspace(new Scratch()));
        return result;
    }

    private static string NameOf(JsonElement at) => at.GetProperty("rule").GetString()!;

    private static AggregationPipeline Pipeline(AggregationRule rule, params IMixingStep[] mixing) => new("known", mixing, rule);
}
