using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Rules;

namespace ActorLearning.Robustness.Tests.Rules;

public sealed class RuleEdgeTests
{
    [Fact]
    public void The_median_of_an_even_number_is_the_mean_of_the_two_middle_values() =>
        Assert.Equal(2.5f, OnALine(new MedianRule(), byzantine: 1, 9, 2, -7, 3));

    [Fact]
    public void A_trimmed_mean_drops_the_extremes_on_both_sides() =>
        Assert.Equal(3f, OnALine(new TrimmedMeanRule(), byzantine: 2, 1e9f, 2, 4, 3, -1e9f, -2e9f, 2e9f));

    [Fact]
    public void A_trimmed_mean_that_drops_nothing_is_the_mean() =>
        Assert.Equal(2f, OnALine(new TrimmedMeanRule(), byzantine: 0, 1, 2, 3));

    [Fact]
    public void Of_equal_krum_scores_the_lowest_index_wins()
    {
        // Four models, one assumed Byzantine: the score is the distance to the one nearest, 1 for each of them.
        Assert.Equal(0f, OnALine(new KrumRule(), byzantine: 1, 0, 1, 5, 6));
        Assert.Equal(6f, OnALine(new KrumRule(), byzantine: 1, 6, 5, 1, 0));
        Assert.Equal(5f, OnALine(new KrumRule(), byzantine: 1, 5, 0, 1, 6));
    }

    [Fact]
    public void The_two_readings_of_krum_differ_by_one_neighbour()
    {
        // Two neighbours: 1 is in the middle of 0, 1 and 3. Three neighbours: 3 is the nearest of them to the other group.
        Assert.Equal(1f, OnALine(new KrumRule(), byzantine: 2, 0, 1, 100, 102, 106, 3));
        Assert.Equal(3f, OnALine(new KrumRule(publishedNeighbours: false), byzantine: 2, 0, 1, 100, 102, 106, 3));
        Assert.Equal(4f, OnALine(new KrumRule(), byzantine: 1, 4, 5, 40, 41));
        Assert.Equal(5f, OnALine(new KrumRule(publishedNeighbours: false), byzantine: 1, 4, 5, 40, 41));
    }

    [Fact]
    public void Krum_gives_back_one_of_the_models_to_the_bit()
    {
        var models = Sample.Models(11, length: 37, number: 1);

        var result = Sample.Aggregate(new AggregationPipeline("krum", [], new KrumRule()), models, byzantine: 3);

        Assert.Contains(models, model => Sample.HaveSameBits(model, result));
    }

    [Fact]
    public void Zero_has_one_sign_whatever_the_order_of_the_models()
    {
        foreach (var rule in new AggregationRule[] { new MedianRule(), new TrimmedMeanRule() })
        {
            Assert.Equal(0, BitConverter.SingleToInt32Bits(OnALine(rule, byzantine: 1, -0f, 0, -0f)));
            Assert.Equal(0, BitConverter.SingleToInt32Bits(OnALine(rule, byzantine: 1, 0, -0f, -0f)));
        }
    }

    private static float OnALine(AggregationRule rule, int byzantine, params float[] positions) => Sample.Aggregate(
        new AggregationPipeline("rule", [], rule), [.. positions.Select(position => new[] { position })], byzantine)[0];
}
