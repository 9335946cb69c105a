using ActorLearning.Robustness.Planning;

namespace ActorLearning.Scenarios.Tests.Reading;

/// <summary><c>assumedByzantine: auto(confidence=…)</c> is the planner's answer.</summary>
public sealed class AssumedByzantineTests
{
    private const string Large = """
        name: large
        learners: 100
        byzantine: { count: 10 }
        model: softmax-regression
        exchange: { peers: pull(16) }
        aggregation: nnm | trimmed-mean
        rounds: 200
        """;

    private static readonly PullSetting Setting = new(Learners: 100, Byzantine: 10, Rounds: 200);

    [Theory]
    [InlineData(16, "0.99", 8)]
    [InlineData(16, "0.95", 8)]
    [InlineData(16, "0.9", 7)]
    [InlineData(15, "0.97", 7)]
    [InlineData(99, "0.99", 10)]
    public void Auto_is_the_least_bound_that_holds_in_the_whole_run(int peers, string confidence, int expected)
    {
        var scenario = Small.Read(
            Large, $"exchange.peers=pull({peers})", $"exchange.assumedByzantine=auto(confidence={confidence})");

        Assert.Equal(expected, scenario.Exchange.AssumedByzantine);
        Assert.Equal(PullPlanner.SmallestBound(
            Setting, peers, double.Parse(confidence, System.Globalization.CultureInfo.InvariantCulture)), expected);
    }

    [Fact]
    public void Where_no_bound_holds_the_problem_names_a_pull_that_works()
    {
        var problems = Small.Problems(Large, "exchange.peers=pull(15)");

        Assert.Equal(
            "my.yaml:5:11: exchange.assumedByzantine: no bound below half of the models holds with confidence 0.99 "
            + "when 15 of 100 learners are pulled; pull(16) with 8 does", problems);
        Assert.Equal(8, Small.Read(Large, "exchange.peers=pull(16)").Exchange.AssumedByzantine);
    }

    [Fact]
    public void Where_no_pull_works_either_none_is_named()
    {
        var problems = Small.Problems(Large, "byzantine.count=60");

        Assert.Equal(
            "my.yaml:5:11: exchange.assumedByzantine: no bound below half of the models holds with confidence 0.99 "
            + "when 16 of 100 learners are pulled", problems);
    }

    [Fact]
    public void Every_exchange_of_a_round_is_a_draw_of_its_own()
    {
        // 16 peers keep within 7 with .9745 in 100 exchanges and with .9496 in 200: one more must be assumed.
        string[] once = ["rounds=100", "exchange.steps=1", "exchange.assumedByzantine=auto(confidence=0.96)"];
        string[] twice = ["rounds=100", "exchange.steps=2", "exchange.assumedByzantine=auto(confidence=0.96)"];

        Assert.Equal(7, Small.Read(Large, once).Exchange.AssumedByzantine);
        Assert.Equal(8, Small.Read(Large, twice).Exchange.AssumedByzantine);
    }

    [Fact]
    public void Replacement_pulls_are_reckoned_with()
    {
        string[] overrides = ["exchange.peers=pull(20)", "exchange.replacement=10"];

        var expected = PullPlanner.SmallestBound(Setting with { Replacement = 10 }, peers: 20, confidence: 0.99);

        Assert.Equal(expected, Small.Read(Large, overrides).Exchange.AssumedByzantine);
        Assert.NotEqual(PullPlanner.SmallestBound(Setting, peers: 20, confidence: 0.99), expected);
    }

    [Theory]
    [InlineData("6", "6 of 5 pulled models; allowed: 0 to 5")]
    [InlineData("-1", "-1 is neither a whole number nor auto(confidence=0.99)")]
    [InlineData("2.5", "2.5 is neither a whole number nor auto(confidence=0.99)")]
    [InlineData("atuo", "atuo is neither a whole number nor auto(confidence=0.99)")]
    [InlineData("auto(confidence=1)", "confidence=1 is out of range: above 0, at most 0.999999999", 52)]
    [InlineData("auto(confidence=x)", "confidence=x is not a number", 52)]
    [InlineData("auto(confidnce=1)", "auto has no option confidnce; did you mean confidence? (known: confidence)", 52)]
    public void A_wrong_value_is_refused_once(string value, string message, int column = 47)
    {
        var text = Small.With(7, $"exchange: {{ peers: pull(5), assumedByzantine: {value} }}");

        Assert.Equal($"my.yaml:7:{column}: exchange.assumedByzantine: {message}", Small.Problems(text));
    }
}
