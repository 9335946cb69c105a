using ActorLearning.Learning.Data;
using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Splits;

namespace ActorLearning.Scenarios.Catalogue;

public static partial class Known
{
    /// <summary>Data sets.</summary>
    public static Section<DataSource> DataSets { get; } = new(
        "data set",
        new Entry<DataSource>("mnist", "handwritten digits, 60,000 and 10,000 images of 28 x 28", "LeCun et al. 1998", [],
            _ => new DataSource("mnist", new Shape(1, 28, 28), 10, 60_000, 10_000, MnistFolder.Load)));

    private static readonly Option Alpha =
        new("alpha", "concentration: the smaller, the fewer labels a learner sees") { Least = 0, IsLeastExcluded = true };

    /// <summary>Splits of the training examples among the honest learners.</summary>
    public static Section<ISplit> Splits { get; } = new(
        "split",
        new("iid", "shuffled and dealt evenly", "", [], _ => new EvenSplit()),
        new("dirichlet", "each label cut by shares from Dir(alpha); with per, so many images drawn for each learner",
            "Hsu et al. 2019",
            [
                Alpha,
                new("per", "images a learner; they may go to several learners") { IsWhole = true, Least = 1, IsOptional = true },
            ],
            arguments => arguments.Has("per")
                ? new DrawnDirichletSplit(arguments.Number("alpha"), arguments.Whole("per"))
                : new DirichletSplit(arguments.Number("alpha"))),
        new("dirichlet-as-coded", "as in the code behind RPEL's figures: slices overlap at the head of every label", "RPEL",
            [Alpha],
            arguments => new DirichletAsCodedSplit(arguments.Number("alpha"))),
        new("by-label", "sorted by label, cut into pieces, so many pieces for each learner", "McMahan et al. 2017",
            [new("shards", "pieces a learner", "2") { IsWhole = true, Least = 1, Most = 1000 }],
            arguments => new LabelShardSplit(arguments.Whole("shards"))));
}
