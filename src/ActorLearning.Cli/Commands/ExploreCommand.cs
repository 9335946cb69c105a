using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Reading;
using ActorLearning.Testing.Exploration;
using ActorLearning.Testing.Networks;
using ActorLearning.Testing.Promises;
using ActorLearning.Testing.Schedules;

namespace ActorLearning.Cli.Commands;

/// <summary><c>explore SCENARIO</c>: a search for the schedule that breaks a promise of the protocol.</summary>
internal static class ExploreCommand
{
    private static readonly ExplorationSettings Default = new();

    private static readonly Argument<string> File = new("scenario")
    {
        Description = "The scenario file; its data and model do not matter: models are a few numbers",
    };

    private static readonly Option<int> Depth = new("--depth")
    {
        Description = "Try all schedules that depart from the plain order so often or less",
        DefaultValueFactory = _ => Default.Depth,
    };

    private static readonly Option<long> Schedules = new("--schedules")
    {
        Description = "At most so many schedules in order, then so many at random",
        DefaultValueFactory = _ => Default.Schedules,
    };

    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "Rounds of each schedule",
        DefaultValueFactory = _ => 2,
    };

    private static readonly Option<string?> Replay = new("--replay") { Description = "Play this schedule instead of a search" };

    private static readonly Option<bool> Json = new("--json") { Description = "As JSON" };

    public static Command Create()
    {
        var command = new Command("explore",
            "Search the orders of messages, losses, restarts and lies for one that breaks a promise, "
            + "e.g. actorlearning explore scenarios/explore.yaml --depth 1 --schedules 500")
        {
            File, Depth, Schedules, Rounds, Replay, ScenarioOptions.Set, ScenarioOptions.Seed, Json,
        };
        command.SetAction(Explore);
        return command;
    }

    /// <summary>Searches and tells what came of it.</summary>
    internal static int Search(NetworkPlan plan, ExplorationSettings settings, bool isJson)
    {
        var started = Stopwatch.GetTimestamp();
        var result = Explorer.Run(plan, settings);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (isJson)
        {
            Console.WriteLine(Line(plan, result, seconds).ToJsonString());
        }
        else
        {
            Tell(plan, result, seconds);
        }

        return result.Violation is null ? CommandLine.Done : CommandLine.Failed;
    }

    private static int Explore(ParseResult parsed)
    {
        var (depth, schedules, rounds) = (parsed.GetValue(Depth), parsed.GetValue(Schedules), parsed.GetValue(Rounds));
        Check(depth, schedules, rounds);
        var path = parsed.GetRequiredValue(File);
        var overrides = ScenarioOptions.Overrides(parsed);
        if (parsed.GetValue(Replay) is { } script)
        {
            var file = ScheduleFile.Read(script);
            var given = file.Seed is { } seed ? [.. overrides, $"seed={seed}"] : overrides;
            return Play(NetworkPlan.Of(ScenarioFile.Read(path, given), file.Rounds ?? rounds), file, script);
        }

        var scenario = ScenarioFile.Read(path, overrides);
        var settings = new ExplorationSettings { Depth = depth, Schedules = schedules, Seed = scenario.Seed };
        return Search(NetworkPlan.Of(scenario, rounds), settings, parsed.GetValue(Json));
    }

    private static void Check(int depth, long schedules, int rounds)
    {
        var problems = new List<Problem>();
        void Require(bool isGood, string option, string message)
        {
            if (!isGood)
            {
                problems.Add(new Problem(option, 0, 0, "", message));
            }
        }

        Require(depth >= 0, "--depth", $"{depth} is too few; 0 or more");
        Require(schedules >= 1, "--schedules", $"{schedules} is too few; 1 or more");
        Require(rounds >= 1, "--rounds", $"{rounds} is too few; 1 or more");
        if (problems.Count > 0)
        {
            throw new InputException(problems);
        }
    }

    private static int Play(NetworkPlan plan, ScheduleFile file, string path)
    {
        var schedule = new Schedule(plan);
        try
        {
            schedule.Play(file.Steps);
            if (file.Steps is not [.., { Verb: Verb.Expect or Verb.Finish }])
            {
                schedule.DeliverTheRest();
            }
        }
        catch (ScheduleException e)
        {
            Console.Error.WriteLine($"{path}: {e.Message}");
            return CommandLine.Failed;
        }

        var expected = file.Steps.Count(step => step.Verb == Verb.Expect);
        Console.WriteLine($"{path}: {file.Steps.Count} lines played, {expected} expectations met, no promise broken.");
        return CommandLine.Done;
    }

    /// <summary>Everything but the schedule is a comment, so that what is printed can be replayed.</summary>
    private static void Tell(NetworkPlan plan, ExplorationResult result, double seconds)
    {
        var (scenario, mark) = (plan.Scenario, result.Violation is null ? "" : "# ");
        Console.WriteLine(
            $"{mark}{scenario.Learners} learners, {scenario.ByzantineCount} of them Byzantine, {scenario.Rounds} round(s)");
        Console.WriteLine($"{mark}in order: {result.Ordered} schedules, " + result.CompleteDepth switch
        {
            -1 when scenario.Learners > ExplorationSettings.MostLearnersTriedExhaustively =>
                $"for more than {ExplorationSettings.MostLearnersTriedExhaustively} learners are too many for that",
            -1 => "not even the plain one to its end",
            var depth => $"among them all with up to {depth} departure(s) from the plain one, {result.States} states",
        });
        Console.WriteLine($"{mark}at random: {result.Random} schedules");
        Console.WriteLine($"{mark}{result.Steps} steps in {seconds:F1} s, {result.Steps / seconds:F0} a second");
        if (RobustnessBound.Kappa(plan.Promised, 3, 1) is null)
        {
            Console.WriteLine($"{mark}no robustness bound is known for \"{plan.Promised.Text}\": results are not held to one");
        }

        if (result.Violation is not { } violation)
        {
            Console.WriteLine("no promise broken");
            return;
        }

        Console.WriteLine($"# broken: {violation}");
        Console.WriteLine("# to replay it: actorlearning explore SCENARIO --replay FILE, with this as the file");
        Console.Write(new ScheduleFile(scenario.Seed, scenario.Rounds, result.Script));
    }

    private static JsonObject Line(NetworkPlan plan, ExplorationResult result, double seconds) => new()
    {
        ["learners"] = plan.Scenario.Learners,
        ["byzantine"] = plan.Scenario.ByzantineCount,
        ["rounds"] = plan.Scenario.Rounds,
        ["completeDepth"] = result.CompleteDepth,
        ["ordered"] = result.Ordered,
        ["random"] = result.Random,
        ["states"] = result.States,
        ["steps"] = result.Steps,
        ["seconds"] = seconds,
        ["stepsPerSecond"] = result.Steps / seconds,
        ["broken"] = result.Violation?.ToString(),
        ["schedule"] = new JsonArray([.. result.Script.Select(step => (JsonNode)step.ToString())]),
    };
}
