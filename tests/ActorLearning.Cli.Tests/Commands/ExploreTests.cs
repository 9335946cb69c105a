using System.Text.Json.Nodes;
using ActorLearning.Cli.Commands;
using ActorLearning.Testing.Exploration;
using ActorLearning.Testing.Networks;
using ActorLearning.Testing.Schedules;

namespace ActorLearning.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class ExploreTests : IDisposable
{
    private static readonly string Scenario = Path.Combine(Repository.Root, "scenarios/explore.yaml");

    private readonly Workplace workplace = new();

    [Fact]
    public void A_search_tells_what_was_tried_and_that_every_promise_was_kept()
    {
        var lines = Outcome.Of("explore", Scenario, "--depth", "0", "--schedules", "50").AssertDone().Lines;

        Assert.Equal("5 learners, 1 of them Byzantine, 2 round(s)", lines[0]);
        Assert.StartsWith("in order: 1 schedules, among them all with up to 0 departure(s)", lines[1], StringComparison.Ordinal);
        Assert.Equal("at random: 50 schedules", lines[2]);
        Assert.Equal("no promise broken", lines[^1]);
    }

    [Fact]
    public void As_JSON_it_is_one_line_with_steps_and_seconds()
    {
        var line = Assert.Single(
            Outcome.Of("explore", Scenario, "--depth", "0", "--schedules", "20", "--json").AssertDone().Lines);

        var read = JsonNode.Parse(line)!;
        Assert.Equal(20, (int)read["random"]!);
        Assert.True((long)read["steps"]! > 20 * 50);
        Assert.True((double)read["stepsPerSecond"]! > 0);
        Assert.Null(read["broken"]);
    }

    [Fact]
    public void A_broken_promise_is_printed_as_a_schedule_that_replays_it_and_fails_the_command()
    {
        var robust = NetworkPlan.Small(learners: 4, pulled: 2, byzantine: 1);
        var plan = NetworkPlan.Small(learners: 4, pulled: 2, byzantine: 1, aggregation: "mean") with
        {
            Promised = robust.Scenario.Aggregation,
        };

        var (exit, output, error) = Outcome.Of(() => ExploreCommand.Search(plan, new ExplorationSettings(), isJson: false));

        Assert.Equal((CommandLine.Failed, ""), (exit, error));
        Assert.Contains("# broken: Robustness: learner ", output, StringComparison.Ordinal);
        var steps = ScheduleFile.Parse("printed", output).Steps;
        var broken = Assert.Throws<ScheduleException>(() => new Schedule(plan).Play(steps).DeliverTheRest());
        Assert.Contains("Robustness: learner ", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schedule_is_replayed_to_its_end()
    {
        var file = workplace.Write(
            "good.yaml", "rounds: 1\nschedule:\n- drop pull 1 from 1 to 2\n- expect no pull 1 from 1 to 2\n");

        var outcome = Outcome.Of("explore", Scenario, "--replay", file).AssertDone();

        Assert.Equal($"{file}: 2 lines played, 1 expectations met, no promise broken.\n", outcome.Out);
    }

    [Fact]
    public void A_schedule_that_does_not_go_as_written_fails_with_its_line()
    {
        var file = workplace.Write("bad.yaml", "rounds: 1\nschedule:\n- drop tick 1 to 0\n- expect tick 1 to 0\n");

        var outcome = Outcome.Of("explore", Scenario, "--replay", file);

        Assert.Equal(CommandLine.Failed, outcome.Exit);
        Assert.StartsWith($"{file}: line 2, expect tick 1 to 0: is not so. Under way at 0 s: tick 1 to 1;", outcome.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_options_are_refused_all_at_once() =>
        Outcome.Of("explore", Scenario, "--depth", "-1", "--schedules", "0", "--rounds", "0").AssertRefused(
            "--depth: -1 is too few; 0 or more\n--schedules: 0 is too few; 1 or more\n--rounds: 0 is too few; 1 or more");

    [Fact]
    public void A_schedule_that_is_none_is_refused()
    {
        var file = workplace.Write("none.yaml", "schedule:\n- dance\n");

        var outcome = Outcome.Of("explore", Scenario, "--replay", file);

        Assert.Equal(CommandLine.WrongInput, outcome.Exit);
        Assert.StartsWith(
            $"{file}:2:3: schedule: \"dance\" is nothing a schedule can do", outcome.Error, StringComparison.Ordinal);
    }

    public void Dispose() => workplace.Dispose();
}
