namespace ActorLearning.Scenarios.Tests.Reading;

public sealed class ByzantineProblemTests
{
    [Theory]
    [InlineData("{ count: 10 }", "12: byzantine.count: 10 of 10 learners leave no honest one; allowed: 0 to 9")]
    [InlineData("[{ count: 5 }, { count: 6 }]", "12: byzantine.count: 11 of 10 learners leave no honest one; allowed: 0 to 9")]
    [InlineData("{ count: 2, placement: [1, 2, 3] }", "35: byzantine.placement: lists 3 learners, the count is 2")]
    [InlineData("{ count: 2, placement: [1, 10] }", "35: byzantine.placement: 10 is not a learner; they are numbered 0 to 9")]
    [InlineData("{ count: 1, placement: [-1] }", "35: byzantine.placement: -1 is not a learner; they are numbered 0 to 9")]
    [InlineData("{ count: 1, placement: [[1]] }", "35: byzantine.placement: [ 1 ] is not a learner; they are numbered 0 to 9")]
    [InlineData("{ count: 2, placement: [1, 1] }", "12: byzantine: a learner stands in two placements")]
    [InlineData("[{ count: 1, placement: [1] }, { count: 1, placement: [1] }]",
        "12: byzantine: a learner stands in two placements")]
    [InlineData("{ count: 2, placement: first }", "35: byzantine.placement: first is not one of random, highest-degree")]
    [InlineData("{ count: 2, placement: {} }",
        "35: byzantine.placement: is a mapping, not a single value. "
        + "Which learners: random, highest-degree, or a list of numbers.")]
    [InlineData("{ count: 2, placement: highest-degree }",
        "35: byzantine.placement: highest-degree needs a graph: with pull every learner has the same degree")]
    [InlineData("{ count: 2, attack: mimic(target=8) }",
        "12: byzantine.attack: target 8 is no honest learner: there are 8, from 0 on")]
    [InlineData("{ count: 2, attack: { 0: silent, 5: alie(z=x) } }", "53: byzantine.attack: z=x is not a number or auto")]
    [InlineData("{ count: 2, attack: { 1: silent } }",
        "34: byzantine.attack: 1 is not a round; write them ascending from 0, as in {0: silent, 50: alie}")]
    [InlineData("{ count: 2, attack: { 0: silent, 0x: nan } }",
        "45: byzantine.attack: 0x is not a round; write them ascending from 0, as in {0: silent, 50: alie}")]
    [InlineData("{ count: 2, attack: {} }", "32: byzantine.attack: a schedule begins at round 0, as in {0: silent, 50: alie}")]
    [InlineData("[{ count: 1, rotate: 5 }, { count: 1 }, { count: 1, rotate: 6 }]",
        "12: byzantine.rotate: is 5 and 6: groups that rotate do so together, so give them one number, or 0")]
    [InlineData("{ count: 1, rotate: often }", "32: byzantine.rotate: often is not a whole number")]
    public void An_impossible_population_is_refused(string byzantine, string expected) =>
        Assert.Equal($"my.yaml:3:{expected}", Small.Problems(Small.With(3, $"byzantine: {byzantine}")));

    [Theory]
    [InlineData("{ count: 1, rotate: 5 }", "without ticks there are no common rounds in which a role could move; "
        + "leave out byzantine.rotate or take ticks: round")]
    [InlineData("{ count: 1, attack: { 0: alie, 3: label-flip } }", "without ticks an attack that trains, as label-flip, "
        + "cannot take turns with one that answers with lies; take one of them throughout or ticks: round")]
    public void Roles_that_change_need_ticks(string byzantine, string expected)
    {
        var text = Small.With(3, $"byzantine: {byzantine}").Replace("assumedByzantine", "ticks: none, assumedByzantine");

        Assert.Equal($"my.yaml:7:36: exchange.ticks: {expected}", Small.Problems(text));
    }

    [Fact]
    public void A_schedule_has_an_attack_for_every_round()
    {
        var text = Small.With(3, "byzantine: { count: 2, attack: { 0: silent, 5: alie(z=2), 9: nan } }");

        var group = Small.Read(text).Byzantine[0];

        Assert.Equal("{ 0: silent, 5: alie(z=2), 9: nan }", group.AttackText);
        Assert.Equal(
            ["Silent", "Silent", "LittleIsEnough", "LittleIsEnough", "NotANumber", "NotANumber"],
            new[] { 0, 4, 5, 8, 9, 1000 }.Select(round => group.Attacks.At(round).GetType().Name.Replace("Attack", "")));
    }

    [Fact]
    public void A_placement_is_not_blamed_for_a_missing_number_of_learners()
    {
        var text = Small.With(3, "byzantine: { count: 2, placement: [3, x] }")
            .Replace("learners: 10", "", StringComparison.Ordinal);

        Assert.Equal(
            "my.yaml:1:1: learners: is missing. Number of learners n, Byzantine ones included.\n"
            + "my.yaml:3:35: byzantine.placement: x is not a learner's number",
            Small.Problems(text));
    }
}
