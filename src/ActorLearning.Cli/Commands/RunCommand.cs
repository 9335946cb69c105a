using System.CommandLine;
using ActorLearning.Cli.Display;
using ActorLearning.Engine;
using ActorLearning.Engine.Records;
using ActorLearning.Reporting;
using ActorLearning.Scenarios;
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

    private static readonly Option<bool> Quiet = new("--quiet") { Description = "Print nothing but problems" };

    private static readonly Option<bool> Json =
        new("--json") { Description = "One JSON line an evaluation, then one for the whole run" };

    public static Command Create()
    {
        var command = new Command("run",
            "Run a scenario, e.g. actorlearning run scenarios/quickstart.yaml --set byzantine.count=5")
        {
            File, ScenarioOptions.Set, ScenarioOptions.Seed, Out, Quiet, Json,
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
        var engine = Engines.Choose(EngineOptions.Choose(parsed));
        var folder = RunFolder.Create(parsed.GetRequiredValue(Out), scenario);
        using var display = Displays.Choose(parsed.GetValue(Quiet), parsed.GetValue(Json));
        using var interrupt = new Interrupt();
        display.Start(scenario);
        try
        {
            var record = await engine.RunAsync(scenario, progress => Show(progress, folder, display), interrupt.Token);
            folder.Finish(record);
            display.End(record, folder.Path, path);
            return Verdict(record);
        }
        catch (RunFailedException e)
        {
            folder.Finish(e.Record);
            throw;
        }
    }

    private static void Show(RunProgress progress, RunFolder folder, IDisplay display)
    {
        if (progress.Round.Accuracy is not null)
        {
            folder.WriteMeasurements(progress.Record);
        }

        display.Show(progress);
    }

    private static int Verdict(RunRecord record)
    {
        var expected = record.Scenario.ExpectedModelHash;
        if (record.ModelHash is null || expected is null || expected == record.ModelHash)
        {
            return CommandLine.Done;
        }

        Console.Error.WriteLine($"expect.modelHash: the run ended with {record.ModelHash}, the scenario expects {expected}");
        return CommandLine.Failed;
    }
}
