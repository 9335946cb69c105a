using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Tests.Laws;

/// <summary>What no Byzantine model may do to an aggregation.</summary>
public sealed class HostileLawTests
{
    private static readonly float[] NotFinite = [float.NaN, float.PositiveInfinity, float.NegativeInfinity];

    public static TheoryData<string> Pipelines => PipelineCase.Names;

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Models_that_are_not_finite_count_as_byzantine_ones_that_were_left_out(string text)
    {
        var pipeline = PipelineCase.Of(text);
        for (var seed = 1; seed <= 60; seed++)
        {
            var stream = Sample.Stream(seed);
            var m = 5 + stream.NextBelow(16);
            var f = pipeline.MostByzantine(m);
            var models = Sample.Models(m, length: seed, seed);
            var broken = new int[1 + stream.NextBelow(f)];
            stream.NextDistinct(m, broken);
            foreach (var i in broken)
            {
                Break(models[i], seed + i, everywhere: stream.NextBelow(2) == 0);
            }

            var result = Sample.Aggregate(pipeline.Pipeline, models, f);

            float[][] whole = [.. models.Where((_, i) => !broken.Contains(i))];
            Assert.All(result, value => Assert.True(float.IsFinite(value), $"{text}, seed {seed}"));
            Sample.SameBits(Sample.Aggregate(pipeline.Pipeline, whole, f - broken.Length), result, $"{text}, seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void More_broken_models_than_assumed_still_leave_a_finite_result_while_enough_are_whole(string text)
    {
        var pipeline = PipelineCase.Of(text);
        var models = Sample.Models(9, length: 11, number: 1);
        foreach (var i in new[] { 0, 2, 4, 5 })
        {
            Break(models[i], i, everywhere: i % 2 == 0);
        }

        var result = Sample.Aggregate(pipeline.Pipeline, models, byzantine: 1);

        float[][] whole = [models[1], models[3], models[6], models[7], models[8]];
        Sample.SameBits(Sample.Aggregate(pipeline.Pipeline, whole, byzantine: 0), result, text);
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Finite_models_too_large_to_measure_do_not_leave_the_range_of_the_honest_ones(string text)
    {
        var pipeline = PipelineCase.Of(text);
        if (pipeline.Rule.Name == "mean")
        {
            return; // Robust neither alone nor behind a mixing step.
        }

        foreach (var huge in new[] { 1e18f, 1e25f, 1e30f, 3e38f })
        {
            foreach (var (m, f) in new[] { (7, 2), (9, 3), (16, 5) })
            {
                // The first f models are huge, of both signs; their squared distances overflow.
                var models = Sample.Models(m, length: 20, number: m);
                for (var i = 0; i < f; i++)
                {
                    models[i] = [.. models[i].Select((x, k) => ((i + k) % 2 == 0 ? huge : -huge) + x)];
                }

                var result = Sample.Aggregate(pipeline.Pipeline, models, f);

                for (var k = 0; k < result.Length; k++)
                {
                    var honest = models[f..].Select(model => model[k]).ToArray();
                    Assert.InRange(result[k], honest.Min() - 1e-5f, honest.Max() + 1e-5f);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Too_few_models_are_refused_with_the_number_needed(string text)
    {
        var pipeline = PipelineCase.Of(text);
        for (var f = 0; f <= 12; f++)
        {
            var least = pipeline.Least(f);
            for (var m = 1; m < least; m++)
            {
                var thrown = Assert.Throws<AggregationRefusedException>(
                    () => Sample.Aggregate(pipeline.Pipeline, Sample.Models(m, 4, m), f));

                Assert.StartsWith($"\"{text}\" cannot aggregate: ", thrown.Message, StringComparison.Ordinal);
                Assert.Contains($"with {f} assumed Byzantine needs ", thrown.Message, StringComparison.Ordinal);
                Assert.EndsWith($" models and gets {m}", thrown.Message, StringComparison.Ordinal);
                Assert.True(pipeline.Mixing.Count > 0 || thrown.Message.Contains($"needs {least} models"), thrown.Message);
                Assert.NotNull(pipeline.Pipeline.Refusal(m, f));
            }

            Assert.Null(pipeline.Pipeline.Refusal(least, f));
            Assert.All(
                Sample.Aggregate(pipeline.Pipeline, Sample.Models(least, 4, f), f), value => Assert.True(float.IsFinite(value)));
        }
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Without_a_finite_model_there_is_nothing_to_aggregate(string text)
    {
        var models = Sample.Models(3, 4, 1);
        for (var i = 0; i < 3; i++)
        {
            Break(models[i], i, everywhere: false);
        }

        var thrown = Assert.Throws<AggregationRefusedException>(
            () => Sample.Aggregate(PipelineCase.Of(text).Pipeline, models, byzantine: 1));

        Assert.Contains("no finite model is left", thrown.Message, StringComparison.Ordinal);
    }

    private static void Break(float[] model, int number, bool everywhere)
    {
        for (var k = 0; k < model.Length; k++)
        {
            if (everywhere || k == number % model.Length)
            {
                model[k] = NotFinite[(number + k) % NotFinite.Length];
            }
        }
    }
}
