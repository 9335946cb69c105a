using ActorLearning.Learning.Data;
using ActorLearning.Learning.Objectives;
using ActorLearning.Learning.Splits;
using ActorLearning.Numerics;
using ActorLearning.Protocol.Peers;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Robustness.Mixing;
using ActorLearning.Robustness.Rules;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Experiments.Tests;

/// <summary>A twin of something in the catalogue, under a name of one's own, has to come to the twin's bits.</summary>
public sealed class OwnNamesTests
{
    /// <summary>The key, the catalogue's name, and how the same thing gets a name of its own.</summary>
    public static TheoryData<string, string, string> Twins => new()
    {
        { "aggregation", "krum", "my-own" },
        { "aggregation", "nnm | median", "nnm | my-own" },
        { "aggregation", "clipping(radius=2) | mean", "my-own(radius=2) | mean" },
        { "byzantine.attack", "alie(z=1.5)", "my-own" },
        { "byzantine.attack", "alie(z=3)", "my-own(z=3)" },
        { "data.split", "by-label", "my-own" },
        { "exchange.peers", "ring", "my-own" },
        { "model", "L(10)-S", "my-own" },
        { "data.set", "mnist", "my-own" },
    };

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task A_name_of_ones_own_stands_wherever_the_catalogues_does(string key, string known, string own)
    {
        var expected = Tiny.InCode();
        expected[key] = known;
        var experiment = Tiny.InCode();
        experiment[key] = own;
        Give(experiment, key, known);

        var result = await experiment.RunAsync();

        Assert.Equal((await expected.RunAsync()).ModelHash, result.ModelHash);
        Assert.NotEqual((await Tiny.InCode().RunAsync()).Scenario.Fingerprint, result.Scenario.Fingerprint);
    }

    [Fact]
    public async Task A_data_set_of_ones_own_is_learnt()
    {
        var experiment = Tiny.InCode();
        experiment["data.set"] = "clouds";
        experiment["rounds"] = 30;
        experiment["evaluate.images"] = "all";
        experiment.DataSets["clouds"] = Tiny.Clouds();

        var result = await experiment.RunAsync();

        Assert.InRange(result.Accuracy!.Worst, .9, 1);
    }

    [Fact]
    public void What_a_data_set_or_a_graph_holds_counts_in_the_fingerprint()
    {
        static string Of(DataSet data, Graph graph)
        {
            var experiment = Tiny.InCode();
            (experiment["data.set"], experiment["exchange.peers"], experiment["evaluate.images"]) = ("clouds", "mine", "all");
            experiment.DataSets["clouds"] = data;
            experiment.Graphs["mine"] = graph;
            return experiment.Check().Fingerprint;
        }

        var (ring, complete) = (GraphShapes.Ring(5), GraphShapes.Complete(5));

        Assert.Equal(Of(Tiny.Clouds(), ring), Of(Tiny.Clouds(), ring));
        Assert.NotEqual(Of(Tiny.Clouds(), ring), Of(Tiny.Clouds(training: 303), ring));
        Assert.NotEqual(Of(Tiny.Clouds(), ring), Of(Tiny.Clouds(), complete));
    }

    [Fact]
    public void A_name_is_given_once_and_never_the_catalogues()
    {
        var experiment = new Experiment { Rules = { ["mine"] = new MeanRule() } };

        Assert.Equal("\"mine\" is taken: there is another rule or mixing step of that name.",
            Assert.Throws<ArgumentException>(() => experiment.Rules["mine"] = new MeanRule()).Message);
        Assert.Equal("\"nnm\" is taken: there is another rule or mixing step of that name.",
            Assert.Throws<ArgumentException>(() => experiment.Rules["nnm"] = new MeanRule()).Message);
        Assert.Equal("\"alie\" is taken: there is another attack of that name.",
            Assert.Throws<ArgumentException>(() => experiment.Attacks["alie"] = new SilentAttack()).Message);
        Assert.Equal("\"my rule\" is no name; take letters, digits and hyphens, a letter first.",
            Assert.Throws<ArgumentException>(() => experiment.Rules["my rule"] = new MeanRule()).Message);
    }

    private static void Give(Experiment experiment, string key, string known)
    {
        switch (key)
        {
            case "aggregation" when known.StartsWith("clipping", StringComparison.Ordinal):
                experiment.MixingSteps.Add(new("my-own", "", "", [new("radius", "the greatest norm")],
                    arguments => new ClippingMixing(arguments.Number("radius"))));
                break;
            case "aggregation":
                experiment.Rules["my-own"] = known == "krum" ? new KrumRule() : new MedianRule();
                break;
            case "byzantine.attack":
                experiment.Attacks.Add(new("my-own", "", "", [new("z", "standard deviations", "1.5")],
                    arguments => new LittleIsEnoughAttack(arguments.Number("z"), sign: 1)));
                break;
            case "data.split":
                experiment.Splits["my-own"] = new LabelShardSplit(2);
                break;
            case "exchange.peers":
                experiment.Graphs["my-own"] = GraphShapes.Ring(5);
                break;
            case "model":
                experiment.Models["my-own"] = Tiny.InCode().Check().Model;
                break;
            default:
                experiment.DataSets["my-own"] = Known.DataSets.Entries[0].Create(null!).Load();
                break;
        }
    }
}
