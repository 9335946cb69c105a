namespace ActorLearning.Robustness.Tests.Laws;

/// <summary>Every pipeline computes what its plain definition says.</summary>
public sealed class DefinitionLawTests
{
    public static TheoryData<string> Pipelines => PipelineCase.Names;

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void A_pipeline_agrees_with_its_plain_definition(string text)
    {
        var pipeline = PipelineCase.Of(text);
        for (var m = 3; m <= 40; m++)
        {
            var stream = Sample.Stream(m);
            var most = pipeline.MostByzantine(m);
            foreach (var f in new[] { 0, most, stream.NextBelow(most + 1) }.Distinct())
            {
                var length = 1 + stream.NextBelow(70);
                var seed = 1000 * m + f;

                Check(pipeline, Sample.Models(m, length, seed), f, $"normal models, seed {seed}");
                Check(pipeline, Sample.Attacked(m, f, length, seed), f, $"attacked models, seed {seed}");
                if (pipeline.Mixing.Count < 2)
                {
                    // Ties behind two mixing steps are decided by the last bit, and several answers would be right.
                    Check(pipeline, Sample.WholeModels(m, length, seed), f, $"whole models, seed {seed}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void A_pipeline_takes_models_of_every_length(string text)
    {
        var pipeline = PipelineCase.Of(text);
        for (var length = 1; length <= 70; length++)
        {
            Check(pipeline, Sample.Attacked(7, 2, length, length), 2, $"seed {length}");
        }
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void A_pipeline_takes_more_models_than_fit_the_stack_and_the_prepared_sorting_networks(string text)
    {
        var pipeline = PipelineCase.Of(text);
        foreach (var m in new[] { 129, 256, 257 })
        {
            Check(pipeline, Sample.Attacked(m, m / 3, 9, m), m / 3, $"seed {m}");
        }
    }

    private static void Check(PipelineCase pipeline, float[][] models, int byzantine, string where)
    {
        var result = Sample.Aggregate(pipeline.Pipeline, models, byzantine);

        Assert.True(
            pipeline.IsRight(result, models, byzantine),
            $"{pipeline.Text}, {models.Length} models of length {models[0].Length}, {byzantine} assumed Byzantine, {where}: got "
            + $"{Sample.Text(result.Select(x => (double)x))}, right is {Sample.Text(pipeline.Answers(models, byzantine)[0])}");
    }
}
