using System.Collections.Concurrent;
using ActorLearning.Engine;
using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Runs;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Sweeps;

namespace ActorLearning.Reporting.Sweeps;

/// <summary>
/// Runs the cells of a sweep side by side. What has run to its end in the sweep's folder is read, not run again; so a sweep that
/// was killed goes on where it stood.
/// </summary>
/// <param name="folder">The sweep's folder: gets a folder a run.</param>
/// <param name="lanes">How many runs at a time.</param>
/// <param name="engine">Makes the engine of one run.</param>
public sealed class SweepRunner(string folder, int lanes, Func<IEngine> engine)
{
    private readonly ConcurrentBag<InputException> refusals = [];

    /// <summary>Runs what has not run yet.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="progress">Told of each run as it is over, with its number from 0, one at a time.</param>
    /// <param name="cancellation">Ends the runs at hand after their rounds and starts no more.</param>
    /// <returns>The outcome; null where it was ended early.</returns>
    /// <exception cref="InputException">Every run was refused: the data is missing, or nothing fits it.</exception>
    public async Task<SweepOutcome?> RunAsync(Sweep sweep, Action<int, SweepRun, bool> progress, CancellationToken cancellation)
    {
        var runs = new SweepRun?[sweep.Cells.Count];
        var telling = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = lanes };
        await Parallel.ForEachAsync(Enumerable.Range(0, runs.Length), options, async (i, _) =>
        {
            var wasThere = Finished(sweep.Cells[i]);
            var run = wasThere ?? (cancellation.IsCancellationRequested ? null : await RunAsync(sweep.Cells[i], cancellation));
            if (run is not null)
            {
                lock (telling)
                {
                    runs[i] = run;
                    progress(i, run, wasThere is not null);
                }
            }
        });
        if (refusals.Count == runs.Length)
        {
            throw new InputException([.. refusals.SelectMany(refusal => refusal.Problems).Distinct()]);
        }

        return runs.Any(run => run is null) ? null : new SweepOutcome(sweep.Name, sweep.IsZip, sweep.Axes, runs!);
    }

    /// <summary>The run of a cell that has come to its end before, by this version and with the same settings.</summary>
    private SweepRun? Finished(SweepCell cell)
    {
        foreach (var path in RunFolder.FinishedOf(folder, cell.Scenario))
        {
            try
            {
                var run = RunReader.Read(path);
                var version = run.Versions.GetValueOrDefault("actorlearning");
                if (run.IsComplete && version == BuildInformation.Version && Same(run.Settings, cell.Scenario.Settings))
                {
                    return new SweepRun(cell.Values, Slim(run), "");
                }
            }
            catch (InputException)
            {
                // Another version's, or damaged: it is run again into a folder of its own, and this one stays.
            }
        }

        return null;
    }

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(pair => other.GetValueOrDefault(pair.Key) == pair.Value);

    private async Task<SweepRun?> RunAsync(SweepCell cell, CancellationToken cancellation)
    {
        using var run = RunFolder.Create(folder, cell.Scenario);
        try
        {
            var record = await run.BeginAsync(() => engine().RunAsync(cell.Scenario, null, cancellation));
            if (record.IsInterrupted)
            {
                return null; // Without a record the folder is taken up again.
            }

            if (cell.Scenario.Checkpoint.Models is null)
            {
                record.Models = []; // Many runs' models would take much room: only where the scenario asks for them.
            }

            run.Finish(record);
            return new SweepRun(cell.Values, Slim(RunReader.Read(run.Path)), "");
        }
        catch (RunFailedException e)
        {
            return new SweepRun(cell.Values, null, Sentences(e.Message, run.FinishFailed(e.Record)));
        }
        catch (InputException e)
        {
            // What only the data show: a split may leave a learner of this cell without any.
            refusals.Add(e);
            return new SweepRun(cell.Values, null, Sentences([.. e.Problems.Select(problem => problem.ToString())]));
        }
    }

    private static string Sentences(params string?[] parts) => string.Join("; ", parts.OfType<string>());

    /// <summary>Thousands of runs are kept without what no table or chart of a sweep shows.</summary>
    private static FinishedRun Slim(FinishedRun run) => run with { Evaluations = [], ScenarioText = "" };
}
