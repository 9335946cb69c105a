namespace ActorLearning.Robustness.Tests.Laws;

/// <summary>What does not depend on the order of the models, on where zero is and on the unit.</summary>
public sealed class SymmetryLawTests
{
    public static TheoryData<string> Pipelines => PipelineCase.Names;

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void The_order_of_the_models_does_not_matter(string text)
    {
        var pipeline = PipelineCase.Of(text);
        for (var seed = 1; seed <= 60; seed++)
        {
            var (models, f) = Make(pipeline, seed);
            var order = Enumerable.Range(0, models.Length).ToArray();
            Sample.Stream(seed).Shuffle(order);
            float[][] shuffled = [.. order.Select(i => models[i])];

            var result = Sample.Aggregate(pipeline.Pipeline, shuffled, f);

            // Models that tie are all right answers; which one wins may depend on the order.
            Assert.True(pipeline.IsRight(result, models, f), $"{text}, seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Moving_all_models_moves_the_result(string text)
    {
        var pipeline = PipelineCase.Of(text);
        for (var seed = 1; seed <= 40; seed++)
        {
            var (m, f) = Size(pipeline, seed);
            var models = Sample.WholeModels(m, 17, seed);

            var result = Sample.Aggregate(pipeline.Pipeline, models, f);
            var moved = Sample.Aggregate(pipeline.Pipeline, Sample.Map(models, x => x + 1000), f);

            Assert.True(Sample.IsClose([.. result.Select(x => x + 1000.0)], moved, 1000, 1e-6), $"{text}, seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Doubling_all_models_doubles_the_result_to_the_bit(string text)
    {
        var pipeline = PipelineCase.Of(text);
        for (var seed = 1; seed <= 40; seed++)
        {
            var (models, f) = Make(pipeline, seed);

            var result = Sample.Aggregate(pipeline.Pipeline, models, f);
            var doubled = Sample.Aggregate(pipeline.Pipeline, Sample.Map(models, x => 2 * x), f);

            Sample.SameBits([.. result.Select(x => 2 * x)], doubled, $"{text}, seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Mirroring_all_models_mirrors_the_result(string text)
    {
        var pipeline = PipelineCase.Of(text);
        for (var seed = 1; seed <= 40; seed++)
        {
            var (models, f) = Make(pipeline, seed);

            var result = Sample.Aggregate(pipeline.Pipeline, models, f);
            var mirrored = Sample.Aggregate(pipeline.Pipeline, Sample.Map(models, x => -3 * x), f);

            Assert.True(
                Sample.IsClose([.. result.Select(x => -3.0 * x)], mirrored, 3 * Sample.Scale(models)), $"{text}, seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Equal_models_give_that_model(string text)
    {
        var pipeline = PipelineCase.Of(text);
        for (var m = pipeline.Least(0); m <= 33; m++)
        {
            var model = Sample.Models(1, 19, m)[0];

            var result = Sample.Aggregate(
                pipeline.Pipeline, [.. Enumerable.Repeat(model, m)], pipeline.MostByzantine(m));

            Assert.True(Sample.IsClose([.. model.Select(x => (double)x)], result, 1, 3e-6), $"{text}, {m} models");
        }
    }

    private static (int Models, int Byzantine) Size(PipelineCase pipeline, int seed)
    {
        var stream = Sample.Stream(seed);
        var m = pipeline.Least(0) + 2 + stream.NextBelow(20);
        return (m, stream.NextBelow(pipeline.MostByzantine(m) + 1));
    }

    private static (float[][] Models, int Byzantine) Make(PipelineCase pipeline, int seed)
    {
        var (m, f) = Size(pipeline, seed);
        return (Sample.Attacked(m, f, length: 1 + seed, seed), f);
    }
}
