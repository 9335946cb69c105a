using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Tests.Laws;

/// <summary>A whole pipeline beside its definition: every rule alone, behind each mixing step, and behind two of them.</summary>
internal sealed record PipelineCase(IReadOnlyList<MixingCase> Mixing, RuleCase Rule)
{
    public static readonly IReadOnlyList<PipelineCase> All =
    [
        .. RuleCase.All.Select(rule => new PipelineCase([], rule)),
        .. MixingCase.All.SelectMany(step => RuleCase.All.Select(rule => new PipelineCase([step], rule))),
        .. MixingCase.All.Select(step => new PipelineCase([step, step], TrimmedMean)),
    ];

    public static TheoryData<string> Names => [.. All.Select(pipeline => pipeline.Text)];

    public string Text => string.Join(" | ", [.. Mixing.Select(step => step.Name), Rule.Name]);

    public AggregationPipeline Pipeline => new(Text, [.. Mixing.Select(step => step.Step)], Rule.Rule);

    public static PipelineCase Of(string text) => All.Single(pipeline => pipeline.Text == text);

    /// <summary>All right answers.</summary>
    public double[][] Answers(float[][] models, int byzantine) => Rule.Definition(
        Mixing.Aggregate(Sample.Doubles(models), (mixed, step) => step.Definition(mixed, byzantine)), byzantine);

    /// <summary>The fewest models it works on.</summary>
    public int Least(int byzantine) => Mixing.Select(step => step.Least(byzantine)).Append(Rule.Least(byzantine)).Max();

    /// <summary>The most Byzantine models it may assume among so many.</summary>
    public int MostByzantine(int models) => Enumerable.Range(0, (models + 1) / 2).Last(byzantine => Least(byzantine) <= models);

    public double? Kappa(int models, int byzantine) => Rule.Kappa is not { } kappa ? null
        : Mixing.Aggregate(kappa(models, byzantine), (sum, step) => step.Kappa(models, byzantine, sum));

    /// <summary>Whether a result is a right answer.</summary>
    public bool IsRight(float[] result, float[][] models, int byzantine) => Answers(models, byzantine)
        .Any(answer => Sample.IsClose(answer, result, Sample.Scale(models)));

    private static RuleCase TrimmedMean => RuleCase.All.Single(rule => rule.Name == "trimmed-mean");
}
