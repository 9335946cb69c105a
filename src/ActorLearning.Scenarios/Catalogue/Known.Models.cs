using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;

namespace ActorLearning.Scenarios.Catalogue;

public static partial class Known
{
    /// <summary>Models by name; each makes the layer string for a number of classes.</summary>
    public static Section<Func<int, string>> Models { get; } = new(
        "model",
        new("softmax-regression", "one dense layer", "", [], _ => classes => $"L({classes})-S"),
        new("mlp", "dense layers with ReLU between them", "",
            [new("width", "outputs of each hidden layer") { IsWhole = true, Least = 1, Most = 1 << 20, Repeats = true }],
            arguments => classes => string.Concat(arguments.Repeated.Select(width => $"L({width})-R-")) + $"L({classes})-S"),
        new("two-conv-cnn", "two convolutions and two dense layers, as Masuda and Shudo describe theirs", "Masuda and Shudo", [],
            _ => classes => "C(32,kernel=3,padding=1)-R-M-C(64,kernel=3,padding=1)-R-M-" + $"L(128)-R-L({classes})-S"),
        new("mnist-cnn", "RPEL's network for MNIST, 176,050 parameters", "RPEL", [],
            _ => classes => $"C(20,kernel=5,padding=0)-R-M-C(20,kernel=5,padding=0)-R-M-L(500)-R-L({classes})-S"),
        new("cifar-cnn", "RPEL's network for CIFAR-10, 1,310,922 parameters there", "RPEL", [],
            _ => classes => CifarBlock(64) + CifarBlock(128) + $"L(128)-R-D-L({classes})-S"));

    /// <summary>The model a name or a layer string stands for.</summary>
    /// <param name="text">As written.</param>
    /// <param name="data">What it is for.</param>
    /// <param name="report">Receives each problem with its offset.</param>
    /// <param name="own">Models beside those of the catalogue.</param>
    public static IObjective? MakeModel(
        string text, DataSource data, Action<int, string> report, IReadOnlyList<Entry<ModelChoice>>? own = null)
    {
        own ??= [];
        if (IsLayers(text) && !own.Any(entry => entry.Name == Call.Parse(text)?.Name))
        {
            return MakeNetwork(text, data, problem => report(0, problem));
        }

        var section = new Section<ModelChoice>(Models.Kind, [.. Models.Entries.Select(AsChoice), .. own]);
        return section.Make(text, 0, report)?.Make(data, problem => report(0, problem));
    }

    private static Entry<ModelChoice> AsChoice(Entry<Func<int, string>> entry) => new(
        entry.Name, entry.Meaning, entry.Source, entry.Options,
        arguments => new ModelChoice((data, report) => MakeNetwork(entry.Create(arguments)(data.Classes), data, report)));

    private static Network? MakeNetwork(string layers, DataSource data, Action<string> report)
    {
        var problems = new List<string>();
        var network = LayerNotation.Parse(layers, data.Shape, data.Classes, problems);
        problems.ForEach(report);
        return network;
    }

    private static string CifarBlock(int channels)
    {
        var convolution = $"C({channels},kernel=3,padding=1)-R-B-";
        return convolution + convolution + "M-D-";
    }

    /// <summary>Layers are single letters between hyphens; anything else is meant as a name, be it misspelled.</summary>
    private static bool IsLayers(string text) =>
        text.Contains('-') && (Call.Parse(text) is not { } call || call.Name.Split('-').All(part => part.Length == 1));
}
