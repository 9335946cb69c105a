using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Scenarios.Tests.Reading;

public sealed class FingerprintTests
{
    /// <summary>Another value of every key that allows more than one.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        ["seed"] = "2",
        ["learners"] = "11",
        ["byzantine.count"] = "1",
        ["byzantine.attack"] = "alie(z=2)",
        ["byzantine.rotate"] = "3",
        ["byzantine.placement"] = "[0, 1]",
        ["data.set"] = "fashion-mnist",
        ["data.split"] = "by-label",
        ["data.augment"] = "flip",
        ["model"] = "mnist-cnn",
        ["backend"] = "torch",
        ["device"] = "cuda:1",
        ["nativeThreads"] = "all",
        ["training.batch"] = "26",
        ["training.rate"] = "0.2",
        ["training.momentum"] = "0.8",
        ["training.decay"] = "0.1",
        ["training.clip"] = "2",
        ["training.steps"] = "2",
        ["training.start"] = "own",
        ["training.dampening"] = "none",
        ["training.affinity"] = "0.5",
        ["training.holdBack"] = "0.1",
        ["exchange.peers"] = "pull(6)",
        ["exchange.steps"] = "2",
        ["exchange.affinity"] = "0.5",
        ["exchange.deadline"] = "6s",
        ["exchange.missing"] = "skip",
        ["exchange.replacement"] = "1",
        ["exchange.assumedByzantine"] = "1",
        ["exchange.ticks"] = "none",
        ["exchange.patience"] = "6s",
        ["exchange.roundDeadline"] = "6s",
        ["aggregation"] = "nnm | trimmed-mean",
        ["rounds"] = "6",
        ["evaluate.every"] = "2",
        ["evaluate.learners"] = "2",
        ["evaluate.images"] = "2",
        ["evaluate.afterTraining"] = "yes",
        ["faults"] = "[loss(0.5)]",
        ["checkpoint.every"] = "10",
        ["checkpoint.models"] = "none",
        ["expect.modelHash"] = new string('a', 64),
    };

    /// <summary>What must be set for a key to have another value.</summary>
    private static readonly Dictionary<string, string[]> Needs = new()
    {
        ["device"] = ["backend=torch"],
        ["nativeThreads"] = ["backend=torch"],
    };

    /// <summary>The name does not count.</summary>
    private static readonly string[] Without = ["name"];

    public static TheoryData<string> Keys => [.. Others.Keys];

    [Fact]
    public void Every_key_is_tried() =>
        Assert.Equal(ScenarioKeys.All.Select(key => key.Path).Order(), Others.Keys.Concat(Without).Order());

    [Theory]
    [MemberData(nameof(Keys))]
    public void Another_value_gives_another_fingerprint(string key)
    {
        var needed = Needs.GetValueOrDefault(key, []);

        Assert.NotEqual(
            Small.Read(Small.Text, needed).Fingerprint, Small.Read(Small.Text, [.. needed, $"{key}={Others[key]}"]).Fingerprint);
    }

    [Fact]
    public void Another_name_gives_the_same() =>
        Assert.Equal(Small.Read(Small.Text).Fingerprint, Small.Read(Small.Text, "name=other").Fingerprint);

    [Fact]
    public void It_is_eight_hexadecimal_digits() => Assert.Matches("^[0-9a-f]{8}$", Small.Read(Small.Text).Fingerprint);

    [Fact]
    public void The_order_of_the_keys_and_how_they_are_written_do_not_count()
    {
        var backwards = string.Join('\n', Small.Text.Split('\n').Reverse());
        var block = Small.With(7, "exchange:\n  assumedByzantine: 2   # two\n  peers: 'pull(5)'");

        Assert.Equal(Small.Read(Small.Text).Fingerprint, Small.Read(backwards).Fingerprint);
        Assert.Equal(Small.Read(Small.Text).Fingerprint, Small.Read(block).Fingerprint);
    }

    [Theory]
    [InlineData("training.rate=0.1", "training.rate=0.10")]
    [InlineData("training.rate={0: 0.1, 5: 1e-2}", "training.rate={0: 0.10, 5: 0.01}")]
    [InlineData("rounds=5", "rounds=005")]
    public void A_number_counts_by_its_value(string one, string same)
    {
        Assert.Equal(Small.Read(Small.Text, one).Fingerprint, Small.Read(Small.Text, same).Fingerprint);
        Assert.Equal(Small.Read(Small.Text, one).Settings, Small.Read(Small.Text, same).Settings);
    }

    [Fact]
    public void A_list_of_one_is_the_same_as_the_entry()
    {
        var list = Small.With(3, "byzantine: [{ count: 2, attack: alie }]");

        Assert.Equal(Small.Read(Small.Text).Fingerprint, Small.Read(list).Fingerprint);
    }

    [Fact]
    public void Every_entry_of_a_mixed_population_counts()
    {
        string[] populations =
        [
            "[{ count: 1, placement: [1] }, { count: 1, placement: [2] }]",
            "[{ count: 1, placement: [3] }, { count: 1, placement: [2] }]",
            "[{ count: 1, placement: [1] }, { count: 1, placement: [3] }]",
            "[{ count: 1, placement: [1], attack: nan }, { count: 1, placement: [2] }]",
            "[{ count: 1, placement: [1] }, { count: 1 }]",
        ];

        var fingerprints = populations.Select(text => Small.Read(Small.With(3, $"byzantine: {text}")).Fingerprint);

        Assert.Equal(populations.Length, fingerprints.Distinct().Count());
    }

    [Fact]
    public void Every_step_of_a_schedule_counts()
    {
        string[] rates = ["{0: 1, 5: 0.5}", "{0: 1, 6: 0.5}", "{0: 1, 5: 0.4}", "{0: 2, 5: 0.5}", "{0: 1}"];

        var fingerprints = rates.Select(rate => Small.Read(Small.Text, $"training.rate={rate}").Fingerprint);

        Assert.Equal(rates.Length, fingerprints.Distinct().Count());
    }
}
