using System.CommandLine;
using ActorLearning.Cli.Display;
using ActorLearning.Reporting;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cli.Commands;

/// <summary><c>run SCENARIO</c>.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> File =
        new("scenario") { Description = "The scenario file, e.g. scenarios/quickstart.yaml" };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder that gets the run's folder",
        DefaultValueFactory = _ => "runs",
    };

    public static Command Create()
    {
        var command = new Command("run",
            "Run a scenario, e.g. actorlearning run scenarios/quickstart.yaml --set byzantine.count=5")
        {
            File, ScenarioOptions.Set, ScenarioOptions.Seed, Out, RunningOptions.Quiet, RunningOptions.Json,
        };
        foreach (var option in EngineOptions.All)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, _) => RunAsync(parsed));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        var path = parsed.GetRequiredValue(File);
        var scenario = ScenarioFile.Read(path, ScenarioOptions.Overrides(parsed));
        var makeEngine = Engines.Choose(EngineOptions.Choose(parsed), scenario);
        using var folder = RunFolder.Create(parsed.GetRequiredValue(Out), scenario);
        var engine = makeEngine(folder.Checkpoints(Console.Error.WriteLine));
        using var display = Displays.Choose(parsed);
        display.Start(scenario);
        return await RunInFolder.GoAsync(
            folder, display, path, (progress, stop) => folder.BeginAsync(() => engine.RunAsync(scenario, progress, stop)));
    }
}
