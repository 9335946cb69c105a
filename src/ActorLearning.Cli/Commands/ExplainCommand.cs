using System.CommandLine;
using ActorLearning.Cli.Display;
using ActorLearning.Engine.Explanations;
using ActorLearning.Reporting;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cli.Commands;

/// <summary><c>explain RUN --learner N --round R</c>.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Run =
        new("run") { Description = "The run's folder, e.g. runs/quickstart-1-0a1b2c3d" };

    private static readonly Option<int> Learner = new("--learner") { Description = "An honest learner", Required = true };

    private static readonly Option<int> Round = new("--round") { Description = "The round, from 1", Required = true };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON line an exchange" };

    public static Command Create()
    {
        var command = new Command("explain",
            "Replay one aggregation: who was pulled, who lied, what was cut, "
            + "e.g. actorlearning explain runs/quickstart-1-0a1b2c3d --learner 4 --round 2")
        {
            Run, Learner, Round, EngineOptions.Threads, Json,
        };
        command.SetAction((parsed, _) => ExplainAsync(parsed));
        return command;
    }

    private static async Task<int> ExplainAsync(ParseResult parsed)
    {
        var (file, checkpoints) = RunFolder.Look(parsed.GetRequiredValue(Run), Console.Error.WriteLine);
        var scenario = ScenarioFile.Read(file);
        RunFolder.RequireAsRun(parsed.GetRequiredValue(Run), scenario);
        var (learner, round) = (parsed.GetRequiredValue(Learner), parsed.GetRequiredValue(Round));
        if (Explainer.Problems(scenario, learner, round) is { Count: > 0 } problems)
        {
            throw new InputException(problems);
        }

        var from = checkpoints.Newest(scenario, last: round - 1);
        var start = from?.Header.Round ?? 0;
        var explained = await Explainer.ExplainAsync(scenario, from, learner, round, parsed.GetValue(EngineOptions.Threads));
        if (parsed.GetValue(Json))
        {
            foreach (var item in explained)
            {
                Console.WriteLine(ExplanationText.Json(item, start));
            }
        }
        else
        {
            Console.Write(ExplanationText.Plain(explained, learner, round, start));
        }

        return CommandLine.Done;
    }
}
