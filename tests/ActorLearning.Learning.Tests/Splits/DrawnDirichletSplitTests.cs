using ActorLearning.Learning.Data;
using ActorLearning.Learning.Splits;

namespace ActorLearning.Learning.Tests.Splits;

public sealed class DrawnDirichletSplitTests
{
    [Theory]
    [InlineData(1, 60, 60_000, 50)]
    [InlineData(.001, 60, 100, 200)]
    [InlineData(1, 100, 100, 20)]
    [InlineData(.001, 100, 100, 20)]
    [InlineData(100, 1, 10, 20)]
    [InlineData(1, 0, 10, 3)]
    public void Every_learner_gets_as_many_distinct_examples_as_asked_for(double alpha, int per, int count, int learners)
    {
        var samples = MadeUpLabels.Of(count, 10, 1);

        var shards = new DrawnDirichletSplit(alpha, per).Deal(samples, 10, learners, Sample.Stream(1));

        Assert.Equal(learners, shards.Length);
        Assert.All(shards, shard => Assert.Equal(per, shard.Distinct().Count()));
        Assert.All(shards, shard => Assert.Equal(per, shard.Length));
    }

    [Fact]
    public void A_label_that_no_example_has_is_passed_over()
    {
        var samples = MadeUpLabels.Of(50, 2, 1);

        var shards = new DrawnDirichletSplit(.01, 40).Deal(samples, classes: 10, 30, Sample.Stream(2));

        Assert.All(shards, shard => Assert.Equal(40, shard.Length));
    }

    [Fact]
    public void A_used_up_label_leaves_the_rest_to_the_others()
    {
        var samples = MadeUpLabels.Of(100, 2, 1);
        var ofLabel = samples.Labels.ToArray().Count(label => label == 0);

        var shards = new DrawnDirichletSplit(.001, 80).Deal(samples, 2, 40, Sample.Stream(3));

        // With so small an alpha a learner draws nearly everything from one label until it has all of it.
        Assert.All(shards, shard => Assert.True(
            shard.Count(index => samples.Labels[index] == 0) is var zeros && (zeros == ofLabel || 80 - zeros == 100 - ofLabel),
            $"{zeros} of {ofLabel}"));
    }

    [Fact]
    public void More_examples_a_learner_than_there_are_is_refused()
    {
        var thrown = Assert.Throws<DataSetException>(
            () => new DrawnDirichletSplit(1, 101).Deal(MadeUpLabels.Of(100, 10, 1), 10, 2, Sample.Stream(1)));

        Assert.Contains("101", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("100", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_learners_are_dealt_to()
    {
        var samples = MadeUpLabels.Of(60_000, 10, 1);

        var shards = new DrawnDirichletSplit(1, 60).Deal(samples, 10, 10_000, Sample.Stream(4));

        Assert.Equal(10_000 * 60, shards.Sum(shard => shard.Distinct().Count()));
        Assert.InRange(shards.SelectMany(shard => shard).Distinct().Count(), 59_000, 60_000);
    }
}
