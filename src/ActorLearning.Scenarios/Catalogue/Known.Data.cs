using System.Security.Cryptography;
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
            _ => new DataSource("mnist", new Shape(1, 28, 28), 10, 60_000, 10_000, MnistFolder.Load)),
        new Entry<DataSource>("fashion-mnist", "articles of clothing, as many and as large as MNIST", "Xiao et al. 2017", [],
            _ => new DataSource("fashion-mnist", new Shape(1, 28, 28), 10, 60_000, 10_000, FashionMnistFolder.Load)),
        new Entry<DataSource>("cifar10", "small photographs, 50,000 and 10,000 images of 3 x 32 x 32", "Krizhevsky 2009", [],
            _ => new DataSource("cifar10", new Shape(3, 32, 32), 10, 50_000, 10_000, Cifar10Folder.Load)),
        new Entry<DataSource>("csv", "a text file of one's own: numbers and a label on each line", "",
            [
                new("file", "its path, from the current folder") { IsText = true },
                new("label", "where the label stands", "last") { Choices = ["last", "first"] },
                new("test", "share of the rows kept for testing", "0.2") { Least = 0, IsLeastExcluded = true, Most = 0.9 },
            ],
            arguments => Table(arguments.Word("file"), arguments.Word("label") == "first", arguments.Number("test"))));

    /// <summary>A file of one's own has to be read before it is known what a model for it looks like.</summary>
    private static DataSource Table(string path, bool isLabelFirst, double test)
    {
        var data = CsvFile.Load(path, isLabelFirst, test);
        return new DataSource(path, data.Shape, data.Classes, data.Training.Count, data.Test.Count, _ => data)
        {
            Digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))),
        };
    }

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
        new("disjoint-labels", "the labels cut into groups, each learner sees those of one group", "arXiv 2312.13602",
            [new("groups", "how many; as many as there can be without it") { IsWhole = true, Least = 1, IsOptional = true }],
            arguments => new DisjointLabelSplit(arguments.Has("groups") ? arguments.Whole("groups") : null)),
        new("by-label", "sorted by label, cut into pieces, so many pieces for each learner", "McMahan et al. 2017",
            [new("shards", "pieces a learner", "2") { IsWhole = true, Least = 1, Most = 1000 }],
            arguments => new LabelShardSplit(arguments.Whole("shards"))));
}
