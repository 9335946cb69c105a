using ActorLearning.Learning.Data;
using ActorLearning.Learning.Splits;

namespace ActorLearning.Learning.Tests.Splits;

/// <summary>What every split owes.</summary>
public sealed class SplitLawTests
{
    private const int Classes = 10;

    private static readonly Dictionary<string, (ISplit Split, bool DealsAll)> Known = new()
    {
        ["iid"] = (new EvenSplit(), true),
        ["dirichlet(1)"] = (new DirichletSplit(1), true),
        ["dirichlet(.05)"] = (new DirichletSplit(.05), true),
        ["dirichlet(100)"] = (new DirichletSplit(100), true),
        ["dirichlet-as-coded(1)"] = (new DirichletAsCodedSplit(1), false),
        ["dirichlet-as-coded(.1)"] = (new DirichletAsCodedSplit(.1), false),
        ["dirichlet(1, per=30)"] = (new DrawnDirichletSplit(1, 30), false),
        ["dirichlet(.01, per=150)"] = (new DrawnDirichletSplit(.01, 150), false),
        ["by-label(2)"] = (new LabelShardSplit(2), true),
        ["disjoint-labels(1)"] = (new DisjointLabelSplit(1), true),
        ["by-label(5)"] = (new LabelShardSplit(5), true),
    };

    public static TheoryData<string> Names => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_learner_gets_distinct_examples_of_the_set_in_ascending_order(string name)
    {
        foreach (var (count, learners) in new[] { (1000, 1), (1000, 7), (997, 24), (300, 100) })
        {
            var shards = Known[name].Split.Deal(Samples(count), Classes, learners, Sample.Stream(count + learners));

            Assert.Equal(learners, shards.Length);
            foreach (var shard in shards)
            {
                Assert.True(shard.Zip(shard.Skip(1)).All(pair => pair.First < pair.Second), $"{count} to {learners}");
                Assert.All(shard, index => Assert.InRange(index, 0, count - 1));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_partition_and_no_other_split_deals_every_example_exactly_once(string name)
    {
        foreach (var learners in new[] { 2, 3, 50 })
        {
            var shards = Known[name].Split.Deal(Samples(997), Classes, learners, Sample.Stream(learners));

            var dealt = shards.SelectMany(shard => shard).Order();
            Assert.True(Known[name].DealsAll == dealt.SequenceEqual(Enumerable.Range(0, 997)), $"{learners} learners");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_split_is_a_function_of_its_stream(string name)
    {
        var split = Known[name].Split;

        var shards = split.Deal(Samples(500), Classes, 10, Sample.Stream(1));
        var again = split.Deal(Samples(500), Classes, 10, Sample.Stream(1));
        var other = split.Deal(Samples(500), Classes, 10, Sample.Stream(2));

        Assert.Equal(shards, again);
        Assert.NotEqual(shards, other);
    }

    private static Samples Samples(int count) => MadeUpLabels.Of(count, Classes, number: 1);
}
