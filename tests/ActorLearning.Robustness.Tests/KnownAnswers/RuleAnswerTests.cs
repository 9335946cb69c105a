using System.Text.Json;
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
        ["nnm | mean"] = _ => Pipeline(new MeanRule(), Nnm),
        ["nnm | median"] = _ => Pipeline(new MedianRule(), Nnm),
        ["nnm | trimmed-mean"] = _ => Pipeline(new TrimmedMeanRule(), Nnm),
        ["nnm | krum"] = _ => Pipeline(new KrumRule(), Nnm),
    };

    /// <summary>Rules of the file that do not exist here yet. Whoever adds one takes it out.</summary>
    private static readonly string[] NotYet =
    [
        "arc | trimmed-mean", "centred-clipping", "clipped-gossip", "clipping(radius=2) | mean", "cs-plus", "geometric-median",
        "gts", "mean-around-median", "medoid", "minimum-diameter-averaging", "multi-krum", "nearest-neighbour-averaging",
        "nnm | geometric-median", "remove-then-clip", "smallest-maximum-eigenvalue-averaging",
    ];

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

            var result = Sample.Aggregate(pipeline, models, byzantine);

            KnownAnswerFile.Check(at, result, $"{name}, {models.Length} models, {byzantine} assumed Byzantine");
        }
    }

    [Fact]
    public void Exactly_these_known_answers_are_not_checked_yet() =>
        Assert.Equal(NotYet, Cases.Select(NameOf).Distinct().Except(Known.Keys).Order(StringComparer.Ordinal));

    private static string NameOf(JsonElement at) => at.GetProperty("rule").GetString()!;

    private static AggregationPipeline Pipeline(AggregationRule rule, params IMixingStep[] mixing) => new("known", mixing, rule);
}
