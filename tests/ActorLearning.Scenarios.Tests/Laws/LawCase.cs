using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Rules;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Tests.Laws;

/// <summary>A pipeline of the catalogue: every rule alone and behind every mixing step it can stand behind.</summary>
/// <remarks>
/// Options without a default get 2. An entry with a choice of words comes once more for every other word; on which data losses
/// are measured is the oracle's business and not tried.
/// </remarks>
internal sealed class LawCase : ILossOracle
{
    public const int Round = 3;
    public const int Rounds = 10;

    private static readonly StreamPurpose Purpose = new("rule laws");

    private readonly IReadOnlyList<IMixingStep> steps;

    private LawCase(string text, IReadOnlyList<IMixingStep> mixing, AggregationRule rule)
    {
        (Text, steps, Rule) = (text, mixing, rule);
        Names = [.. text.Split(" | ")];
        Pipeline = new AggregationPipeline(text, steps, rule);
    }

    public string Text { get; }

    public AggregationRule Rule { get; }

    /// <summary>The mixing step, if there is one, and the rule as written.</summary>
    public IReadOnlyList<string> Names { get; }

    public AggregationPipeline Pipeline { get; }

    /// <summary>All that can be, by text.</summary>
    public static IReadOnlyDictionary<string, LawCase> All { get; } = Make().ToDictionary(made => made.Text);

    public RuleNeeds Needs => (Rule as WeighingRule)?.Needs ?? RuleNeeds.None;

    /// <summary>Whether it is tied to the origin or to something remembered.</summary>
    public bool IsAnchored => Needs.HasFlag(RuleNeeds.Norms) || Needs.HasFlag(RuleNeeds.StateVector)
        || steps.Any(step => step.NeedsNorms);

    public bool Draws => Text.Contains("bucketing");

    /// <summary>Whether norms are looked at that a step in front has made equal: then the order decides.</summary>
    public bool TiesNorms => Needs.HasFlag(RuleNeeds.Norms) && steps.Any(step => step.NeedsNorms);

    public bool HasRadius => Text.Contains("radius");

    public bool IsRobust => Rule is not (MeanRule or GossipRule);

    /// <summary>The stream that rules and mixing steps draw from.</summary>
    public static RandomStream Exchange => Stream(99);

    public static RandomStream Stream(int number) => new(17, Purpose, number);

    public static float[][] Models(int count, int length, int number)
    {
        var stream = Stream(number);
        return [.. Enumerable.Range(0, count).Select(_ =>
            Enumerable.Range(0, length).Select(_ => (float)stream.NextNormal()).ToArray())];
    }

    /// <summary>Far from the origin is bad; too far to tell is worse.</summary>
    public double Loss(ReadOnlySpan<float> model) => .1 + Vectors.Dot(model, model) / model.Length;

    public float[] Aggregate(float[][] models, int byzantine, bool hasOwn = true, double[]? weights = null)
    {
        var result = new float[models[0].Length];
        var state = Pipeline.CreateState(result.Length);
        Aggregate(models, byzantine, result, new AggregationWorkspace(new Scratch()), state, hasOwn, weights);
        return result;
    }

    public void Aggregate(
        float[][] models, int byzantine, float[] result, AggregationWorkspace workspace, RuleState? state, bool hasOwn = true,
        double[]? weights = null) =>
        Pipeline.Aggregate(
            new AggregationInput
            {
                Models = models,
                AssumedByzantine = byzantine,
                HasOwn = hasOwn,
                MixingWeights = weights,
                Losses = this,
                Round = Round,
                Rounds = Rounds,
                State = state,
                Random = Exchange,
            },
            result, workspace);

    private static IEnumerable<LawCase> Make()
    {
        foreach (var rule in Known.Rules.Entries.SelectMany(Variants))
        {
            var made = Known.Rules.Make(rule, 0, (_, problem) => throw new ArgumentException(problem))!;
            yield return new LawCase(rule, [], made);
            foreach (var mixing in Known.MixingSteps.Entries.Select(entry => Filled(entry)))
            {
                var step = Known.MixingSteps.Make(mixing, 0, (_, problem) => throw new ArgumentException(problem))!;
                var behind = new LawCase($"{mixing} | {rule}", [step], made);
                if (behind.Pipeline.Contradiction is null)
                {
                    yield return behind;
                }
            }
        }
    }

    private static IEnumerable<string> Variants(IEntry entry)
    {
        yield return Filled(entry);
        foreach (var option in entry.Options.Where(option => option.Name != "data"))
        {
            foreach (var word in option.Choices.Where(word => word != option.Default))
            {
                yield return Filled(entry, $"{option.Name}={word}");
            }
        }
    }

    private static string Filled(IEntry entry, params string[] more)
    {
        string[] given =
        [
            .. entry.Options.Where(option => option.Default is null && !option.IsOptional).Select(option => $"{option.Name}=2"),
            .. more,
        ];
        return given.Length == 0 ? entry.Name : $"{entry.Name}({string.Join(", ", given)})";
    }
}
