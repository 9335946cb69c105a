using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Tests.Laws;

/// <summary>An aggregation is a function of its input: it changes nothing, remembers nothing and allocates nothing.</summary>
public sealed class PurityLawTests
{
    public static TheoryData<string> Pipelines => PipelineCase.Names;

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void The_models_stay_as_they_were(string text)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var models = Sample.Attacked(9, 2, length: seed * 3, seed);
            models[3][0] = -0f;
            models[4][^1] = float.NegativeInfinity;
            var copies = models.Select(model => model.ToArray()).ToArray();
            var order = models.ToArray();

            Sample.Aggregate(PipelineCase.Of(text).Pipeline, models, byzantine: 2);

            for (var i = 0; i < models.Length; i++)
            {
                Assert.Same(order[i], models[i]);
                Sample.SameBits(copies[i], models[i], $"{text}, seed {seed}, model {i}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Neither_repetition_nor_what_a_workspace_did_before_changes_a_bit(string text)
    {
        var pipeline = PipelineCase.Of(text).Pipeline;
        var models = Sample.Attacked(13, 4, length: 45, number: 1);
        var workspace = new AggregationWorkspace(Poisoned());

        var first = Sample.Aggregate(pipeline, models, byzantine: 4);
        var again = Sample.Aggregate(pipeline, models, byzantine: 4, workspace);
        Sample.Aggregate(pipeline, Sample.Models(29, 200, 2), byzantine: 9, workspace);
        Sample.Aggregate(pipeline, Sample.Models(5, 3, 3), byzantine: 1, workspace);
        Sample.Aggregate(PipelineCase.Of("nnm | krum").Pipeline, Sample.Models(21, 8, 4), byzantine: 7, workspace);
        var later = Sample.Aggregate(pipeline, models, byzantine: 4, workspace);

        Sample.SameBits(first, again, $"{text}, other workspace");
        Sample.SameBits(first, later, $"{text}, used workspace");
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Models_known_to_be_finite_give_the_same_bits(string text)
    {
        var pipeline = PipelineCase.Of(text).Pipeline;
        var models = Sample.Attacked(11, 3, length: 30, number: 1);
        var result = new float[30];

        pipeline.Aggregate(
            new AggregationInput { Models = models, AssumedByzantine = 3, KnownFinite = true },
            result, new AggregationWorkspace(new Scratch()));

        Sample.SameBits(Sample.Aggregate(pipeline, models, byzantine: 3), result, text);
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Nothing_is_allocated_after_the_first_call(string text)
    {
        var pipeline = PipelineCase.Of(text).Pipeline;
        var (models, result) = (Sample.Attacked(16, 7, length: 77, number: 1), new float[77]);
        var workspace = new AggregationWorkspace(new Scratch());
        pipeline.Aggregate(new AggregationInput { Models = models, AssumedByzantine = 7 }, result, workspace);

        var before = GC.GetAllocatedBytesForCurrentThread();
        pipeline.Aggregate(new AggregationInput { Models = models, AssumedByzantine = 7 }, result, workspace);
        pipeline.Aggregate(new AggregationInput { Models = models, AssumedByzantine = 6 }, result, workspace);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Values_beyond_the_last_full_vector_get_the_bits_they_would_have_inside_one(string text)
    {
        var pipeline = PipelineCase.Of(text).Pipeline;
        foreach (var length in Enumerable.Range(1, 70).Concat([2047, 2049, 4101]))
        {
            var models = Sample.Attacked(10, 3, length, length);
            var padded = models.Select(model => model.Concat(new float[16 - length % 8]).ToArray()).ToArray();

            var result = Sample.Aggregate(pipeline, models, byzantine: 3);
            var whole = Sample.Aggregate(pipeline, padded, byzantine: 3);

            Sample.SameBits(whole.AsSpan(0, length), result, $"{text}, length {length}");
            Assert.All(whole[length..], value => Assert.Equal(0, value));
        }
    }

    private static Scratch Poisoned()
    {
        var scratch = new Scratch();
        var mark = scratch.Position;
        scratch.Take(1 << 16).Fill(float.NaN);
        scratch.Release(mark);
        return scratch;
    }
}
