namespace ActorLearning.Scenarios.Tests.Reading;

/// <summary><c>--set key=value</c>.</summary>
public sealed class OverrideTests
{
    [Fact]
    public void A_setting_replaces_what_the_file_says()
    {
        var scenario = Small.Read(Small.Text, "byzantine.count=1", "rounds = 7", "byzantine.attack=alie(z=2, sign=-)");

        Assert.Equal((1, 7), (scenario.ByzantineCount, scenario.Rounds));
        Assert.Equal("alie(z=2, sign=-)", scenario.Byzantine[0].AttackText);
    }

    [Fact]
    public void Of_two_settings_of_a_key_the_last_counts() =>
        Assert.Equal(9, Small.Read(Small.Text, "rounds=8", "rounds=9").Rounds);

    [Fact]
    public void A_setting_adds_a_key_and_a_section_that_are_not_there()
    {
        var scenario = Small.Read(
            Small.With(6, "training:"), "training.steps=3", $"expect.modelHash={new string('a', 64)}", "seed=5");

        Assert.Equal(3, scenario.Training.Steps);
        Assert.Equal(new string('a', 64), scenario.ExpectedModelHash);
        Assert.Equal(5UL, scenario.Seed);
    }

    [Fact]
    public void A_setting_may_be_a_list_or_a_mapping()
    {
        var scenario = Small.Read(Small.Text, "byzantine.placement=[4, 5]", "training.rate={0: 1, 10: 0.5}");

        Assert.Equal([4, 5], scenario.Byzantine[0].Placement!);
        Assert.Equal([(0, 1), (10, 0.5)], scenario.Training.Rate.Steps);
    }

    [Fact]
    public void A_setting_changes_the_one_entry_of_a_list() =>
        Assert.Equal(1, Small.Read(Small.With(3, "byzantine: [{ count: 2 }]"), "byzantine.count=1").ByzantineCount);

    [Theory]
    [InlineData("byzantine.cuont=5", "byzantine.cuont: unknown key; did you mean byzantine.count?")]
    [InlineData("topology=ring", "topology: unknown key")]
    [InlineData("byzantine={count: 5}", "byzantine: unknown key")]
    [InlineData("rounds", "rounds: \"rounds\" is not key=value, as in byzantine.count=5")]
    [InlineData("rounds=", "rounds: \"rounds=\" is not key=value, as in byzantine.count=5")]
    [InlineData("=5", "\"=5\" is not key=value, as in byzantine.count=5")]
    [InlineData("rounds=[", "rounds: \"rounds=[\" is not key=value, as in byzantine.count=5")]
    [InlineData("rounds=many", "rounds: many is not a whole number")]
    [InlineData("rounds=0", "rounds: 0 is out of range; allowed: 1 to 100000000")]
    [InlineData("rounds=[5]", "rounds: is a list, not a single value; a list of values is for actorlearning sweep. "
        + "Number of rounds.")]
    [InlineData("rounds=1..5", "rounds: 1..5 is not a whole number; a range is for actorlearning sweep")]
    [InlineData("byzantine.attack=[alie, silent]", "byzantine.attack: is a list, not a single value; a list of values is for "
        + "actorlearning sweep. Their strategy, or strategies from rounds: {0: silent, 50: alie}.")]
    [InlineData("byzantine.attack=aile", "byzantine.attack: \"aile\" is no attack; did you mean alie? "
        + "(known: {attacks})")]
    [InlineData("byzantine.placement=[1, 99]", "byzantine.placement: 99 is not a learner; they are numbered 0 to 9")]
    [InlineData("training.rate={0: fast}", "training.rate: fast is not a number")]
    [InlineData("training.rate={x: 1}",
        "training.rate: x is not an iteration; write them ascending from 0, as in {0: 0.5, 500: 0.1}")]
    public void A_wrong_setting_is_blamed_and_not_the_file(string setting, string expected) =>
        Small.AssertProblems($"--set: {expected}", Small.Text, setting);

    [Fact]
    public void A_setting_cannot_choose_among_several_entries() => Assert.Equal(
        "--set: byzantine.count: the scenario has a list there; change the file",
        Small.Problems(Small.With(3, "byzantine: [{ count: 1 }, { count: 1 }]"), "byzantine.count=5"));

    [Fact]
    public void Wrong_settings_come_before_the_problems_of_the_file() => Assert.Equal(
        """
        --set: rnds: unknown key; did you mean rounds?
        --set: seed: x is not a whole number
        my.yaml:9:9: rounds: 0 is out of range; allowed: 1 to 100000000
        """,
        Small.Problems(Small.With(9, "rounds: 0"), "seed=x", "rnds=5"));

    [Fact]
    public void The_text_as_run_holds_the_settings_and_reads_back_as_the_same_scenario()
    {
        var scenario = Small.Read(Small.Text, "rounds=7", "exchange.deadline=2s", "training.rate={0: 1,\n 10: 0.5}");

        var again = Small.Read(scenario.Text);

        Assert.StartsWith(
            "# with --set rounds=7 --set exchange.deadline=2s --set training.rate={0: 1,", scenario.Text,
            StringComparison.Ordinal);
        Assert.Equal(scenario.Fingerprint, again.Fingerprint);
        Assert.Equal((7, TimeSpan.FromSeconds(2)), (again.Rounds, again.Exchange.Deadline));
    }

    [Fact]
    public void Without_settings_the_text_is_the_files() => Assert.Equal(Small.Text, Small.Read(Small.Text).Text);
}
