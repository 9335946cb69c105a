using System.Text.Json;

namespace ActorLearning.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class PlanTests
{
    private static readonly string[] Hundred = ["plan", "--learners", "100", "--byzantine", "10"];

    [Fact]
    public void A_plan_says_how_many_to_pull_and_what_the_paper_would()
    {
        var text = Outcome.Of([.. Hundred, "--rounds", "200", "--confidence", "0.99"]).AssertDone().Out;

        Assert.StartsWith("Pull s = 16 peers and assume b̂ = 8 Byzantine ones.\n", text, StringComparison.Ordinal);
        Golden.Check("plan.txt", text);
    }

    [Fact]
    public void Rounds_and_confidence_have_defaults()
    {
        var written = Outcome.Of([.. Hundred, "--rounds", "200", "--confidence", "0.99"]);

        Assert.Equal(written.Out, Outcome.Of(Hundred).AssertDone().Out);
    }

    [Fact]
    public void A_plan_as_JSON_has_four_numbers()
    {
        using var plan = JsonDocument.Parse(Outcome.Of([.. Hundred, "--json"]).AssertDone().Out);

        Assert.Equal(
            ["peers", "assumedByzantine", "effectiveFraction", "confidence"],
            plan.RootElement.EnumerateObject().Select(item => item.Name));
        Assert.Equal(16, plan.RootElement.GetProperty("peers").GetInt32());
        Assert.Equal(8, plan.RootElement.GetProperty("assumedByzantine").GetInt32());
        Assert.Equal(8 / 17.0, plan.RootElement.GetProperty("effectiveFraction").GetDouble(), 1e-12);
        Assert.Equal(0.9989, plan.RootElement.GetProperty("confidence").GetDouble(), 5e-5);
    }

    [Fact]
    public void With_a_number_of_peers_every_bound_is_told()
    {
        var outcome = Outcome.Of([.. Hundred, "--peers", "15"]).AssertDone();

        var confidences = outcome.Lines[7..10].Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]);
        Assert.Equal(["0.4796", "0.9739", "0.9995"], confidences);
        Golden.Check("plan-peers.txt", outcome.Out);
    }

    [Fact]
    public void The_bounds_as_JSON_are_a_list()
    {
        using var bounds = JsonDocument.Parse(Outcome.Of([.. Hundred, "--peers", "15", "--json"]).AssertDone().Out);

        var plans = bounds.RootElement.EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(0, 11), plans.Select(item => item.GetProperty("assumedByzantine").GetInt32()));
        Assert.All(plans, item => Assert.Equal(15, item.GetProperty("peers").GetInt32()));
    }

    [Fact]
    public void Replacement_pulls_lower_the_confidence()
    {
        var outcome = Outcome.Of([.. Hundred, "--peers", "15", "--replacement", "1"]).AssertDone();

        // Sixteen pulls in all, of which the bounds of fifteen must hold.
        Assert.StartsWith("   7   0.4375   0.9496", outcome.Lines[8], StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_numbers_are_told_at_once() =>
        Outcome.Of(
            "plan", "--learners", "1", "--byzantine", "5", "--rounds", "0",
            "--confidence", "1.5", "--peers", "0", "--replacement", "-1")
        .AssertRefused(
            """
            --learners: 1 is too few; 2 or more
            --byzantine: 5 of 1 learners; 0 to 0
            --rounds: 0 is too few; 1 or more
            --replacement: -1 is too few; 0 or more
            --confidence: 1.5 is no probability between 0 and 1, ends left out
            --peers: 0 of 1 learners; 1 to 0
            """);

    [Fact]
    public void A_comma_in_a_number_is_refused_and_not_passed_over()
    {
        var outcome = Outcome.Of("plan", "--learners", "100", "--byzantine", "10", "--confidence", "0,99");

        Assert.NotEqual(CommandLine.Done, outcome.Exit);
        Assert.StartsWith("'0,99' for option '--confidence' is not a number.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_liars_have_no_plan() => Outcome.Of("plan", "--learners", "5", "--byzantine", "3").AssertRefused(
        "plan: no number of peers keeps Byzantine ones below half of the models with confidence 0.99: "
        + "3 of 5 learners are too many.");

    [Fact]
    public void Without_liars_one_peer_is_enough() => Assert.StartsWith(
        "Pull s = 1 peers and assume b̂ = 0 Byzantine ones.",
        Outcome.Of("plan", "--learners", "5", "--byzantine", "0").AssertDone().Out, StringComparison.Ordinal);
}
