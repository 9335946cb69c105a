using ActorLearning.Learning.Data;

namespace ActorLearning.Cli.Downloads;

/// <summary>A data set that can be fetched.</summary>
/// <param name="Name">The name scenarios call it by, and its folder.</param>
/// <param name="Size">How much is fetched, in words.</param>
/// <param name="Downloads">What is fetched.</param>
/// <param name="Files">The files it ends up as, with every SHA-256 that is known to be right.</param>
/// <param name="Load">Reads the folder, to see that all is well.</param>
internal sealed record RemoteDataSet(
    string Name, string Size, IReadOnlyList<RemoteFile> Downloads, IReadOnlyDictionary<string, string[]> Files,
    Func<string, DataSet> Load)
{
    private const string Cifar = "https://www.cs.toronto.edu/~kriz/";
    private const string Mnist = "https://ossci-datasets.s3.amazonaws.com/mnist/";
    private const string Fashion = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/";

    /// <summary>All there are.</summary>
    public static IReadOnlyList<RemoteDataSet> All { get; } =
    [
        new("cifar10", "162 MB",
            [new("cifar-10-binary.tar.gz", new Uri(Cifar + "cifar-10-binary.tar.gz"),
                "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd")],
            new Dictionary<string, string[]>
            {
                ["data_batch_1.bin"] = ["cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"],
                ["data_batch_2.bin"] = ["a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"],
                ["data_batch_3.bin"] = ["bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"],
                ["data_batch_4.bin"] = ["014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"],
                ["data_batch_5.bin"] = ["755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"],
                ["test_batch.bin"] = ["8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"],
            },
            Cifar10Folder.Load),
        Idx("fashion-mnist", "30 MB", Fashion, FashionMnistFolder.Load,
            ["3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"],
            ["a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"],
            ["346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"],
            ["67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"]),
        // The second of each is the same content in the gzip that lies in the repository.
        Idx("mnist", "11 MB", Mnist, MnistFolder.Load,
            [
                "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
                "0b367032e93c5d0cea0925647cfdb18614af8ee15f83e6f2fc2ad904a6835971",
            ],
            [
                "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
                "1787548bbe0bff1ec2ecdc0ef292b02df999e2d1a6002d27500982c652b17203",
            ],
            [
                "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
                "1a1a05eab793c14bb050b398624a11b0ffd1a2953baed553b1b9bd079e2a20be",
            ],
            [
                "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
                "b91679a0acfe4ba0e50a2437a903084cba1f5f92592b016a25a7dfd00455798b",
            ]),
    ];

    private static RemoteDataSet Idx(
        string name, string size, string mirror, Func<string, DataSet> load, params string[][] digests)
    {
        string[] names =
        [
            "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz",
        ];
        var files = names.Zip(digests).ToDictionary(pair => pair.First, pair => pair.Second);
        return new RemoteDataSet(
            name, size, [.. files.Select(pair => new RemoteFile(pair.Key, new Uri(mirror + pair.Key), pair.Value[0]))],
            files, load);
    }
}
