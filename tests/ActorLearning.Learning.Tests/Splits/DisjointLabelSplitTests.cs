using ActorLearning.Learning.Data;
using ActorLearning.Learning.Splits;

namespace ActorLearning.Learning.Tests.Splits;

public sealed class DisjointLabelSplitTests
{
    [Fact]
    public void Two_devices_see_five_labels_each_and_none_twice()
    {
        var samples = MadeUpLabels.Of(1000, classes: 10, number: 1);

        var shards = new DisjointLabelSplit(2).Deal(samples, 10, learners: 2, Sample.Stream(1));

        Assert.All(shards[0], index => Assert.InRange(samples.Labels[index], 0, 4));
        Assert.All(shards[1], index => Assert.InRange(samples.Labels[index], 5, 9));
        Assert.Equal(1000, shards[0].Length + shards[1].Length);
    }

    [Fact]
    public void Learners_of_one_group_share_its_labels_evenly()
    {
        var samples = MadeUpLabels.Of(1000, classes: 10, number: 2);

        var shards = new DisjointLabelSplit(3).Deal(samples, 10, learners: 7, Sample.Stream(1));

        foreach (var group in Enumerable.Range(0, 3))
        {
            var members = shards.Where((_, learner) => learner % 3 == group).ToList();
            Assert.InRange(members.Max(shard => shard.Length) - members.Min(shard => shard.Length), 0, 1);
            Assert.All(members, shard => Assert.Equal(group == 2 ? 4 : 3, MadeUpLabels.LabelsSeen(samples, shard)));
        }
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(11, 20)]
    public void More_groups_than_labels_or_learners_are_refused(int groups, int learners) => Assert.Contains(
        "make no", Assert.Throws<DataSetException>(() => new DisjointLabelSplit(groups)
            .Deal(MadeUpLabels.Of(100, 10, 3), 10, learners, Sample.Stream(1))).Message);
}
