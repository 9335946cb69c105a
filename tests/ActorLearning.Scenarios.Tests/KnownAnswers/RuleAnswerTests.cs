using System.Text.Json;
using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Tests.KnownAnswers;

/// <summary>The answers that other implementations give, by the names of the catalogue.</summary>
public sealed class RuleAnswerTests
{
    private static readonly IReadOnlyList<JsonElement> Cases = KnownAnswerFile.Cases("rules.json");

    public static TheoryData<string> Names => [.. Cases.Select(NameOf).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_gives_the_known_answers(string name)
    {
        foreach (var at in Cases.Where(at => NameOf(at) == name))
        {
            var models = KnownAnswerFile.Models(at.GetProperty("vectors"));
            var pipeline = Pipelines.Parse(TextOf(at), (_, problem) => Assert.Fail($"{TextOf(at)}: {problem}"))!;

            var result = Aggregate(pipeline, at, models);

            KnownAnswerFile.Check(at, result, $"{TextOf(at)}, {models.Length} models, {at.Whole("byzantine")} assumed Byzantine");
        }
    }

    [Fact]
    public void There_are_answers_to_check() => Assert.Equal((24, 124), (Names.Count, Cases.Count));

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

    private static string TextOf(JsonElement at) => NameOf(at) switch
    {
        "krum-byzfl" => "krum(neighbours=m-f-1)",
        "centred-clipping" => KnownAnswerFile.Text(at, "centred-clipping", "radius", "iterations"),
        var name => name,
    };
}
