using ActorLearning.Learning.Splits;
using ActorLearning.Learning.Training;
using ActorLearning.Protocol.Learners;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Scenarios.Tests.Reading;

public sealed class DefaultTests
{
    private const string Minimal = """
        name: least
        learners: 5
        model: softmax-regression
        exchange: { peers: pull(3) }
        aggregation: mean
        rounds: 3
        """;

    public static TheoryData<string> OptionalKeys =>
        [.. ScenarioKeys.All.Where(key => !string.IsNullOrEmpty(key.Default)).Select(key => key.Path)];

    public static TheoryData<string> RequiredKeys =>
        [.. ScenarioKeys.All.Where(key => key.Default is null).Select(key => key.Path)];

    [Fact]
    public void The_least_scenario_gets_the_defaults()
    {
        var scenario = Small.Read(Minimal);

        Assert.Equal(1UL, scenario.Seed);
        Assert.Empty(scenario.Byzantine);
        Assert.Equal("mnist", scenario.Data.Folder);
        Assert.IsType<EvenSplit>(scenario.Split);
        Assert.Equal([(0, 0.1)], scenario.Training.Rate.Steps);
        Assert.Equal(
            new TrainingSettings(Batch: 25, scenario.Training.Rate, Momentum: 0.9, Decay: 0, Steps: 1), scenario.Training);
        Assert.True(scenario.SameStart);
        Assert.Equal(
            new ExchangeSettings(
                scenario.Exchange.Peers, Steps: 1, Deadline: TimeSpan.FromSeconds(5), MissingPolicy.Own, Replacements: 0,
                AssumedByzantine: 0, RoundTicks.EveryRound, Patience: TimeSpan.FromSeconds(30),
                RoundDeadline: TimeSpan.FromMinutes(10)),
            scenario.Exchange);
        Assert.Equal(new EvaluationSettings(Every: 20, Learners: null, Images: null, AfterTraining: false), scenario.Evaluation);
        Assert.Null(scenario.ExpectedModelHash);
    }

    [Theory]
    [MemberData(nameof(OptionalKeys))]
    public void A_key_that_is_left_out_means_its_default(string path)
    {
        var written = Small.Read(Minimal, $"{path}={ScenarioKeys.Of(path).Default}");

        Assert.Equal(Small.Read(Minimal).Fingerprint, written.Fingerprint);
    }

    [Theory]
    [MemberData(nameof(OptionalKeys))]
    public void A_key_without_a_value_means_its_default(string path)
    {
        var key = ScenarioKeys.Of(path);
        var line = key.Section.Length == 0 ? $"{key.Name}:" : $"{key.Section}: {{ {key.Name}: }}";
        var text = key.Section == "exchange"
            ? Minimal.Replace("pull(3)", $"pull(3), {key.Name}:", StringComparison.Ordinal) : $"{Minimal}\n{line}";

        Assert.Equal(Small.Read(Minimal).Fingerprint, Small.Read(text).Fingerprint);
    }

    [Fact]
    public void A_section_without_keys_means_its_defaults()
    {
        var text = $"{Minimal}\nbyzantine:\ntraining:\nevaluate: {{}}\nexpect: {{ modelHash: }}";

        Assert.Equal(Small.Read(Minimal).Fingerprint, Small.Read(text).Fingerprint);
        Assert.Null(Small.Read(text).ExpectedModelHash);
    }

    [Theory]
    [MemberData(nameof(RequiredKeys))]
    public void A_key_without_a_default_is_asked_for_with_its_meaning(string path)
    {
        var text = path == "exchange.peers" ? Minimal.Replace("peers: pull(3)", "", StringComparison.Ordinal)
            : string.Join('\n', Minimal.Split('\n').Where(line => !line.StartsWith($"{path}:", StringComparison.Ordinal)));
        var place = path == "exchange.peers" ? "4:11" : "1:1";

        Assert.Equal($"my.yaml:{place}: {path}: is missing. {ScenarioKeys.Of(path).Meaning}", Small.Problems(text));
    }
}
