namespace ActorLearning.Scenarios.Tests.Reading;

/// <summary>Unknown keys, values of the wrong type, values out of range. A line of the small scenario is replaced.</summary>
public sealed class KeyProblemTests
{
    [Theory]
    [InlineData(10, "evaluation: { every: 1 }", "10:1: evaluation: unknown key; did you mean evaluate? (known: {})")]
    [InlineData(10, "topology: ring", "10:1: topology: unknown key (known: {})")]
    [InlineData(10, "Seed: 5", "10:1: Seed: unknown key; did you mean seed? (known: {})")]
    [InlineData(10, "? [a, b]\n: c", "10:3: [ a, b ]: unknown key (known: {})")]
    [InlineData(10, "&a a: [*a]", "10:1: a: unknown key (known: {})")]
    [InlineData(6, "training: { rat: 1 }", "6:13: training.rat: unknown key; did you mean rate? "
        + "(known: {training})")]
    [InlineData(3, "byzantine: { cuont: 2 }", "3:14: byzantine.cuont: unknown key; did you mean count? "
        + "(known: {byzantine})")]
    [InlineData(3, "byzantine: [{}, { cuont: 2 }]", "3:19: byzantine[1].cuont: unknown key; did you mean count? "
        + "(known: {byzantine})")]
    public void An_unknown_key_is_refused_with_the_nearest_name(int line, string instead, string expected) =>
        Check(line, instead, expected);

    [Theory]
    [InlineData(9, "rounds: many", "9:9: rounds: many is not a whole number")]
    [InlineData(9, "rounds: 5.5", "9:9: rounds: 5.5 is not a whole number")]
    [InlineData(9, "rounds:", "9:8: rounds: is empty, not a single value. Number of rounds.")]
    [InlineData(9, "rounds: [5]", "9:9: rounds: is a list, not a single value; a list of values is for actorlearning sweep. "
        + "Number of rounds.")]
    [InlineData(9, "rounds: { a: 1 }", "9:9: rounds: is a mapping, not a single value. Number of rounds.")]
    [InlineData(1, "name: { a: b }",
        "1:7: name: is a mapping, not a single value. What the run is called; its folder is named after it.")]
    [InlineData(6, "training: { rate: fast }", "6:19: training.rate: fast is not a number")]
    [InlineData(6, "training: { decay: nan }", "6:20: training.decay: nan is not a number")]
    [InlineData(6, "training: { start: smae }",
        "6:20: training.start: smae is not one of same, own, max-norm; did you mean same?")]
    [InlineData(3, "byzantine: 5", "3:12: byzantine: must hold keys: count, attack, placement, rotate")]
    [InlineData(3, "byzantine: [5]", "3:13: byzantine[0]: must hold keys, as in { count: 3, attack: alie }")]
    [InlineData(4, "data: mnist", "4:7: data: must hold keys: set, split, augment")]
    [InlineData(4, "data: [mnist]", "4:7: data: must hold keys: set, split, augment")]
    [InlineData(10, "evaluate: { images: al }",
        "10:21: evaluate.images: al is neither a whole number nor all; did you mean all?")]
    [InlineData(10, "checkpoint: { every: 5 minutes }",
        "10:22: checkpoint.every: 5 minutes is neither a whole number nor a time; write 10, or a positive number with ms, s, m "
        + "or h, as in 5m")]
    [InlineData(10, "checkpoint: { models: some }",
        "10:23: checkpoint.models: some is neither a whole number nor auto or all or none; did you mean none?")]
    [InlineData(10, "faults: {}", "10:9: faults: a fault is a name with options, as in loss(0.01) or crash(3, at=10s)")]
    public void A_value_of_the_wrong_type_is_refused(int line, string instead, string expected) => Check(line, instead, expected);

    [Theory]
    [InlineData(9, "rounds: 0", "9:9: rounds: 0 is out of range; allowed: 1 to 100000000")]
    [InlineData(2, "learners: 1000001", "2:11: learners: 1000001 is out of range; allowed: 2 to 1000000")]
    [InlineData(10, "seed: -1", "10:7: seed: -1 is out of range; allowed: 0 to 9000000000000000")]
    [InlineData(6, "training: { rate: -1 }", "6:19: training.rate: -1 is out of range; allowed: 0 or more")]
    [InlineData(6, "training: { momentum: 1 }", "6:23: training.momentum: 1 is out of range; allowed: 0 to 0.9999")]
    [InlineData(3, "byzantine: { rotate: -5 }", "3:22: byzantine.rotate: -5 is out of range; allowed: 0 to 100000000")]
    [InlineData(10, "checkpoint: { every: -1 }", "10:22: checkpoint.every: -1 is out of range; allowed: 0 to 100000000")]
    [InlineData(10, "evaluate: { learners: 9 }", "10:23: evaluate.learners: 9 are more than the 8 honest learners there are")]
    [InlineData(10, "evaluate: { learners: 0 }", "10:23: evaluate.learners: 0 is out of range; allowed: 1 or more")]
    [InlineData(10, "evaluate: { images: 10001 }",
        "10:21: evaluate.images: 10001 are more than the 10000 test examples there are")]
    [InlineData(10, "expect: { modelHash: abc }", "10:22: expect.modelHash: abc is not 64 lower-case hexadecimal digits")]
    public void A_value_out_of_range_is_refused(int line, string instead, string expected) => Check(line, instead, expected);

    [Fact]
    public void An_expected_hash_in_capitals_is_refused()
    {
        var hash = new string('A', 64);

        Check(10, $"expect: {{ modelHash: {hash} }}", $"10:22: expect.modelHash: {hash} is not 64 lower-case hexadecimal digits");
    }

    [Theory]
    [InlineData("5")]
    [InlineData("0s")]
    [InlineData("-1s")]
    [InlineData("1 m")]
    [InlineData("1d")]
    [InlineData("s")]
    [InlineData("2000h")]
    public void A_time_needs_a_positive_number_and_a_unit(string time) => Check(
        7, $"exchange: {{ peers: pull(5), assumedByzantine: 2, deadline: {time} }}",
        $"7:60: exchange.deadline: {time} is not a time; write a positive number with ms, s, m or h, as in 5s");

    private static void Check(int line, string instead, string expected) =>
        Small.AssertProblems($"my.yaml:{expected}", Small.With(line, instead));
}
