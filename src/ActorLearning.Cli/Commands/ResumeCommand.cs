using System.CommandLine;
using ActorLearning.Cli.Display;
using ActorLearning.Engine.Embedded;
using ActorLearning.Reporting;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cli.Commands;

/// <summary><c>resume RUN</c>.</summary>
internal static class ResumeCommand
{
    private static readonly Argument<string> Run =
        new("run") { Description = "The run's folder, e.g. runs/quickstart-1-0a1b2c3d" };

    public static Command Create()
    {
        var command = new Command("resume",
            "Go on with a run that was stopped or killed, to the same bits, e.g. actorlearning resume runs/quickstart-1-0a1b2c3d")
        {
            Run, EngineOptions.Threads, RunningOptions.Quiet, RunningOptions.Json,
        };
        command.SetAction((parsed, _) => ResumeAsync(parsed));
        return command;
    }

    private static async Task<int> ResumeAsync(ParseResult parsed)
    {
        using var folder = RunFolder.Open(parsed.GetRequiredValue(Run));
        using var display = Displays.Choose(parsed);
        if (folder.ModelHash is { } hash)
        {
            display.Tell($"{folder.Path} is complete, model hash {hash}: there is nothing to go on with.");
            if (folder.WriteMissingReport())
            {
                display.Tell("Its report was missing, as after a full disk; it is written.");
            }

            return CommandLine.Done;
        }

        var file = folder.Scenario;
        var scenario = ScenarioFile.Read(file);
        var checkpoints = folder.Checkpoints(Console.Error.WriteLine);
        var from = checkpoints.Newest(scenario);
        var options = new EmbeddedOptions { Threads = parsed.GetValue(EngineOptions.Threads), Checkpoints = checkpoints };
        var engine = new EmbeddedEngine(options);
        display.Start(scenario);
        display.Tell(from is null
            ? "There is no checkpoint to go on from: beginning again." : $"Going on after round {from.Header.Round}.");
        return await RunInFolder.GoAsync(folder, display, file, (progress, stop) => from is null
            ? engine.RunAsync(scenario, progress, stop) : engine.ResumeAsync(scenario, from, progress, stop));
    }
}
