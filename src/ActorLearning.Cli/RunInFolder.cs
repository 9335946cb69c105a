using ActorLearning.Cli.Display;
using ActorLearning.Engine;
using ActorLearning.Engine.Records;
using ActorLearning.Reporting;

namespace ActorLearning.Cli;

/// <summary>A run that leaves its folder behind: what begins and what goes on with one have in common.</summary>
internal static class RunInFolder
{
    /// <summary>Runs, writes down what is measured as it comes, and says how it ended.</summary>
    /// <param name="folder">Where to write.</param>
    /// <param name="display">How to show it.</param>
    /// <param name="file">The scenario's file, for what to try next.</param>
    /// <param name="run">Begins the run or goes on with it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> GoAsync(
        RunFolder folder, IDisplay display, string file, Func<Action<RunProgress>, CancellationToken, Task<RunRecord>> run)
    {
        using var interrupt = new Interrupt();
        try
        {
            var record = await run(progress => Show(progress, folder, display), interrupt.Token);
            folder.Finish(record);
            display.End(record, folder.Path, file);
            return Verdict(record);
        }
        catch (RunFailedException e)
        {
            if (folder.FinishFailed(e.Record) is { } trouble)
            {
                await Console.Error.WriteLineAsync(trouble);
            }

            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A disk that is full or gone in the middle of a run.
            await Console.Error.WriteLineAsync($"a file cannot be written: {e.Message}");
            await Console.Error.WriteLineAsync($"Once it can, go on with: actorlearning resume {folder.Path}");
            return CommandLine.Failed;
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
