using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Rules;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Tests.Laws;

/// <summary>
/// A pipeline of the catalogue: every rule alone and behind every mixing step it can stand behind, and every two mixing steps.
/// </summary>
internal sealed class LawCase : ILossOracle
{
    public const int Round = 3;
    public const int Rounds = 10;

    private const string BehindTwo = "trimmed-mean";

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

    /// <summary>The mixing steps, if there are any, and the rule as written.</summary>
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

    /// <summary>Whether it tries every choice of m − f models: then few models are many.</summary>
    public bool TriesChoices => Rule is MinimumDiameterAveragingRule or SmallestMaximumEigenvalueAveragingRule;

    /// <summary>Whether it is a rule alone, or stands for all rules of its kind behind one mixing step.</summary>
    /// <remarks>For laws about many models: behind a step one rule does nothing another does not.</remarks>
    public bool IsTypical => Names.Count == 1 || (Names.Count == 2 && Names[^1] is BehindTwo or "krum");

    /// <summary>Whether all models are alike to it, the own one too.</summary>
    public bool KnowsNoOwn => !Needs.HasFlag(RuleNeeds.Own);

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
    public double Loss(ReadOnlySpan<float> model) => .1 + Vectors.Dot(model, model) / 8;

    /// <summary>The most Byzantine models it may assume among so many, up to a number.</summary>
    public int MostByzantine(int models, int atMost)
    {
        while (atMost > 0 && Pipeline.Refusal(models, atMost) is not null)
        {
            atMost--;
        }

        return atMost;
    }

    public float[] Aggregate(
        float[][] models, int byzantine, bool hasOwn = true, double[]? weights = null, bool knownFinite = false)
    {
        var result = new float[models[0].Length];
        Array.Fill(result, float.NaN);
        var state = Pipeline.CreateState(result.Length);
        Aggregate(models, byzantine, result, new AggregationWorkspace(new Scratch()), state, hasOwn, weights, knownFinite);
        return result;
    }

    public void Aggregate(
        float[][] models, int byzantine, float[] result, AggregationWorkspace workspace, RuleState? state, bool hasOwn = true,
        double[]? weights = null, bool knownFinite = false) =>
        Pipeline.Aggregate(
            new AggregationInput
            {
                Models = models,
                AssumedByzantine = byzantine,
                HasOwn = hasOwn,
                KnownFinite = knownFinite,
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
        string[] mixing = [.. Known.MixingSteps.Entries.Select(entry => Written.Filled(entry))];
        string[] texts =
        [
            .. Known.Rules.Entries.SelectMany(Written.Variants).SelectMany(
                rule => mixing.Select(step => $"{step} | {rule}").Prepend(rule)),
            .. mixing.SelectMany(first => mixing.Select(second => $"{first} | {second} | {BehindTwo}")),
        ];
        return texts.Select(Of).Where(made => made.Pipeline.Contradiction is null);
    }

    private static LawCase Of(string text)
    {
        static void Refuse(int offset, string problem) => throw new ArgumentException(problem);
        var names = text.Split(" | ");
        return new LawCase(
            text, [.. names.SkipLast(1).Select(name => Known.MixingSteps.Make(name, 0, Refuse)!)],
            Known.Rules.Make(names[^1], 0, Refuse)!);
    }
}
