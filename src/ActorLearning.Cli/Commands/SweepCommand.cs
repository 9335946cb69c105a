using System.CommandLine;
using ActorLearning.Cli.Display;
using ActorLearning.Engine.Embedded;
using ActorLearning.Reporting.Sweeps;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Sweeps;

namespace ActorLearning.Cli.Commands;

/// <summary><c>sweep FILE</c>: many runs side by side, one table and one page.</summary>
internal static class SweepCommand
{
    private static readonly Argument<string> File = new("file")
    {
        Description = "A scenario in which keys hold lists or ranges, as in seed: 1..3; with sweep: zip they go pairwise",
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder that gets the sweep's folder",
        DefaultValueFactory = _ => "runs",
    };

    private static readonly Option<int?> Parallel =
        new("--parallel") { Description = "Runs at a time; as many as cores without it" };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Name the runs and run none" };
    private static readonly Option<bool> Quiet = new("--quiet") { Description = "Print nothing but problems" };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON line a run" };

    public static Command Create()
    {
        var command = new Command("sweep",
            "Run a scenario for many values, e.g. actorlearning sweep scenarios/sweeps/rules-and-attacks.yaml --set seed=1..3")
        {
            File, ScenarioOptions.Set, ScenarioOptions.Seed, Parallel, Out, DryRun, Quiet, Json,
        };
        command.SetAction((parsed, _) => RunAsync(parsed));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        var sweep = SweepFile.Read(parsed.GetRequiredValue(File), ScenarioOptions.Overrides(parsed));
        var lanes = parsed.GetValue(Parallel) ?? Math.Min(Environment.ProcessorCount, sweep.Cells.Count);
        if (lanes is < 1 or > 1024)
        {
            throw new InputException("--parallel", $"{lanes} is not a number from 1 to 1024");
        }

        var display = new SweepDisplay(sweep, parsed.GetValue(Quiet), parsed.GetValue(Json));
        if (parsed.GetValue(DryRun))
        {
            display.ShowCells();
            return CommandLine.Done;
        }

        var folder = SweepFolder.Of(parsed.GetRequiredValue(Out), sweep.Name);
        var threads = Math.Max(1, Environment.ProcessorCount / lanes);
        using var interrupt = new Interrupt();
        display.Start(lanes);
        var runner = new SweepRunner(folder, lanes, () => new EmbeddedEngine(new EmbeddedOptions { Threads = threads }));
        if (await runner.RunAsync(sweep, display.Show, interrupt.Token) is not { } outcome)
        {
            display.EndEarly();
            return CommandLine.Done;
        }

        display.End(outcome, SweepFolder.Finish(folder, outcome));
        return outcome.Runs.Any(run => run.Run is null) ? CommandLine.Failed : CommandLine.Done;
    }
}
