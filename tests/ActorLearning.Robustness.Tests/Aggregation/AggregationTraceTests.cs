using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Mixing;
using ActorLearning.Robustness.Rules;

namespace ActorLearning.Robustness.Tests.Aggregation;

/// <summary>What is told of an aggregation is what happened: the weights times the models are the result.</summary>
public sealed class AggregationTraceTests
{
    private static readonly Dictionary<string, AggregationPipeline> Pipelines = new()
    {
        ["mean"] = new("mean", [], new MeanRule()),
        ["median"] = new("median", [], new MedianRule()),
        ["trimmed-mean"] = new("trimmed-mean", [], new TrimmedMeanRule()),
        ["mean-around-median"] = new("mean-around-median", [], new MeanAroundMedianRule()),
        ["krum"] = new("krum", [], new KrumRule()),
        ["nnm | trimmed-mean"] = new("nnm | trimmed-mean", [new NearestNeighbourMixing()], new TrimmedMeanRule()),
        ["nnm | median"] = new("nnm | median", [new NearestNeighbourMixing()], new MedianRule()),
        ["nnm | krum"] = new("nnm | krum", [new NearestNeighbourMixing()], new KrumRule()),
    };

    public static TheoryData<string> Names => [.. Pipelines.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_weights_times_the_models_are_the_result(string name)
    {
        const ulong Seed = 5;
        var random = new RandomStream(Seed, StreamPurpose.Split);
        for (var trial = 0; trial < 100; trial++)
        {
            // One coordinate: then the mean over the coordinates is the share itself. Every third trial has equal values.
            var count = 7 + trial % 4;
            var models = new float[count][];
            for (var i = 0; i < count; i++)
            {
                models[i] = [trial % 3 == 0 ? random.NextBelow(3) : 2 * random.NextFloat() - 1];
            }

            var (result, trace) = Aggregate(name, models, byzantine: 2);

            var sum = models.Zip(trace.Weights, (model, weight) => model[0] * weight).Sum();
            Assert.True(Math.Abs(sum - result) < 1e-5, $"{name}, seed {Seed}, trial {trial}: {sum} and {result}");
            Assert.Equal(1, trace.Weights.Sum(), tolerance: 1e-9);
        }
    }

    [Fact]
    public void A_model_that_is_not_finite_has_no_weight_and_all_of_it_is_cut()
    {
        float[][] models = [[1], [2], [float.NaN], [3], [4]];

        var (result, trace) = Aggregate("trimmed-mean", models, byzantine: 2);

        Assert.Equal(2.5f, result);
        Assert.Equal([0, .5, 0, .5, 0], trace.Weights);
        Assert.Equal([1, 0, 1, 0, 1], trace.Cut);
    }

    [Fact]
    public void Cut_counts_coordinates_and_weight_is_their_mean()
    {
        // The outlier is cut in one of two coordinates.
        float[][] models = [[0, 0], [1, 1], [2, 2], [9, 1.5f], [1.25f, 9]];

        var (_, trace) = Aggregate("trimmed-mean", models, byzantine: 1);

        Assert.Equal([1, 0, 0, .5, .5], trace.Cut);
        Assert.Equal([0, 1 / 3.0, 1 / 3.0, 1 / 6.0, 1 / 6.0], trace.Weights.Select(weight => Math.Round(weight, 12)),
            (a, b) => Math.Abs(a - b) < 1e-9);
    }

    private static (float First, AggregationTrace Trace) Aggregate(string name, float[][] models, int byzantine)
    {
        var (trace, result) = (new AggregationTrace(), new float[models[0].Length]);
        var input = new AggregationInput { Models = models, AssumedByzantine = byzantine, Trace = trace };
        Pipelines[name].Aggregate(input, result, new AggregationWorkspace(new Scratch()));
        return (result[0], trace);
    }
}
