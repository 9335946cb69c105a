using ActorLearning.Learning.Splits;
using Xunit.Abstractions;

namespace ActorLearning.Learning.Tests.Splits;

public sealed class SplitTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1000, 7)]
    [InlineData(60_000, 90)]
    [InlineData(5, 8)]
    public void An_even_split_gives_everybody_the_same_number_but_for_one(int count, int learners)
    {
        var shards = new EvenSplit().Deal(MadeUpLabels.Of(count, 10, 1), 10, learners, Sample.Stream(1));

        Assert.All(shards, shard => Assert.InRange(shard.Length, count / learners, (count + learners - 1) / learners));
    }

    [Fact]
    public void An_even_split_shows_everybody_the_same_labels()
    {
        var samples = MadeUpLabels.Of(10_000, 10, 1);

        var shards = new EvenSplit().Deal(samples, 10, 10, Sample.Stream(2));

        Assert.InRange(MadeUpLabels.Skew(samples, shards), .1, .14);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_smaller_alpha_skews_a_dirichlet_split_more(bool drawn)
    {
        var samples = MadeUpLabels.Of(20_000, 10, 1);
        double Skew(double alpha)
        {
            ISplit split = drawn ? new DrawnDirichletSplit(alpha, per: 200) : new DirichletSplit(alpha);
            var skews = Enumerable.Range(0, 5)
                .Select(seed => MadeUpLabels.Skew(samples, split.Deal(samples, 10, 20, Sample.Stream(seed)))).ToArray();
            output.WriteLine($"alpha {alpha}, streams 0 to 4: {string.Join(' ', skews)}");
            return skews.Average();
        }

        var (tiny, small, one, large) = (Skew(.05), Skew(.3), Skew(1), Skew(1000));

        Assert.True(tiny > small + .1 && small > one + .1 && one > large + .1, $"{tiny} {small} {one} {large}");
        Assert.InRange(large, .1, .15);
    }

    [Fact]
    public void By_label_most_learners_see_as_many_labels_as_they_have_pieces()
    {
        var samples = MadeUpLabels.Of(6000, 10, 1);

        var seen = new LabelShardSplit(shards: 2).Deal(samples, 10, 30, Sample.Stream(3))
            .Select(shard => MadeUpLabels.LabelsSeen(samples, shard)).ToArray();

        Assert.InRange(seen.Max(), 1, 4);
        Assert.True(seen.Count(labels => labels <= 3) >= 27, string.Join(' ', seen));
        Assert.True(seen.Average() < 2.6, string.Join(' ', seen));
    }

    [Fact]
    public void By_label_pieces_are_of_one_size()
    {
        var shards = new LabelShardSplit(shards: 2).Deal(MadeUpLabels.Of(1003, 10, 1), 10, 30, Sample.Stream(4));

        Assert.All(shards, shard => Assert.InRange(shard.Length, 2 * (1003 / 60), 2 * (1003 / 60) + 2));
    }
}
