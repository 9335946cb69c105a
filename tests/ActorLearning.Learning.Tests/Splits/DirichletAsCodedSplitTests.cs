using ActorLearning.Learning.Splits;

namespace ActorLearning.Learning.Tests.Splits;

public sealed class DirichletAsCodedSplitTests
{
    /// <summary>The counts that the code behind RPEL's figures gives: its shards overlap at the head of every label.</summary>
    [Theory]
    [InlineData(90, 4_400)]
    [InlineData(24, 13_800)]
    public void Few_of_mnists_images_are_dealt_at_all(int learners, int published)
    {
        var samples = MadeUpLabels.Of(60_000, 10, 1);
        var distinct = Enumerable.Range(0, 8).Select(seed => new DirichletAsCodedSplit(1)
            .Deal(samples, 10, learners, Sample.Stream(seed)).SelectMany(shard => shard).Distinct().Count()).ToArray();

        var mean = distinct.Average();

        Assert.True(mean > .75 * published && mean < 1.25 * published, string.Join(' ', distinct));
    }

    [Fact]
    public void A_slice_begins_where_the_one_before_was_long()
    {
        const int learners = 6;
        var samples = MadeUpLabels.Of(2000, 3, 1);
        var stream = Sample.Stream(5);

        var shards = new DirichletAsCodedSplit(1).Deal(samples, 3, learners, stream);

        var expected = Enumerable.Range(0, learners).Select(_ => new List<int>()).ToArray();
        var shares = new double[learners];
        for (var label = 0; label < 3; label++)
        {
            int[] members = [.. Enumerable.Range(0, 2000).Where(i => samples.Labels[i] == label)];
            stream.NextDirichlet(1, shares);
            var before = 0;
            for (var learner = 0; learner < learners; learner++)
            {
                var length = (int)(shares[learner] * members.Length);
                expected[learner].AddRange(members.Skip(before).Take(length));
                before = length;
            }
        }

        Assert.Equal(expected.Select(shard => shard.Order().ToArray()), shards);
    }
}
