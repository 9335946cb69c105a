using System.Globalization;
using ActorLearning.Engine;
using ActorLearning.Reporting;
using ActorLearning.Reporting.Runs;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cli.Reproduction;

/// <summary>Runs what a figure needs; a run that is finished already is read from its folder.</summary>
/// <param name="engine">Runs scenarios.</param>
/// <param name="folder">Where runs lie.</param>
/// <param name="papers">Where the scenarios of the papers lie.</param>
/// <param name="tell">Told what happens, a line at a time.</param>
internal sealed class FigureRunner(IEngine engine, string folder, string papers, Action<string> tell)
{
    /// <summary>The whole table, told line by line as it grows; then its curves and verdicts.</summary>
    /// <returns>How many rows were refused.</returns>
    /// <exception cref="InputException">The first row was refused, or a folder cannot be written or read.</exception>
    public async Task<int> RunAsync(Figure figure, FigureChoice choice, CancellationToken cancellation)
    {
        FigureTable.Head(figure).ToList().ForEach(tell);
        var outcomes = new List<FigureOutcome>();
        var refused = 0;
        foreach (var row in choice.RowsOf(figure))
        {
            try
            {
                outcomes.Add(new FigureOutcome(row, await RunsAsync(figure, row, choice, cancellation)));
                tell(FigureTable.Row(figure, outcomes[^1]));
            }
            catch (RowRefusedException e) when (outcomes.Count > 0)
            {
                // What other rows could run with is not wrong in itself: a split may leave a learner of this one without data.
                tell(FigureTable.Refused(row, string.Join("; ", e.Problems)));
                refused++;
            }
            catch (RowRefusedException e)
            {
                throw new InputException(e.Problems);
            }
        }

        IEnumerable<string> curves = figure.Curve is { } curve ? FigureCurves.Lines(curve, outcomes) : [];
        curves.Concat(figure.Verdicts?.Invoke(outcomes) ?? []).ToList().ForEach(tell);
        return refused;
    }

    private async Task<List<FinishedRun>> RunsAsync(
        Figure figure, FigureRow row, FigureChoice choice, CancellationToken cancellation)
    {
        var runs = new List<FinishedRun>();
        foreach (var seed in choice.SeedsOf(figure))
        {
            var scenario = await JudgedAsync(() => Task.FromResult(Read(figure, row, choice, seed)));
            runs.Add(RunReader.Read(RunFolder.Finished(folder, scenario) ?? await RunAsync(scenario, cancellation)));
            cancellation.ThrowIfCancellationRequested();
        }

        return runs;
    }

    /// <summary>The scenario of a row.</summary>
    public Scenario Read(Figure figure, FigureRow row, FigureChoice choice, int seed) => ScenarioFile.Read(
        Path.Combine(papers, row.Scenario ?? figure.Scenario),
        [
            .. choice.IsQuick ? figure.Quick : [], .. row.Settings, .. choice.Settings,
            $"seed={seed.ToString(CultureInfo.InvariantCulture)}",
        ]);

    private async Task<string> RunAsync(Scenario scenario, CancellationToken cancellation)
    {
        using var made = RunFolder.Create(folder, scenario);
        try
        {
            made.Finish(await JudgedAsync(() => made.BeginAsync(() => engine.RunAsync(scenario, progress: null, cancellation))));
        }
        catch (RunFailedException e)
        {
            if (made.FinishFailed(e.Record) is { } trouble)
            {
                tell(trouble);
            }

            throw;
        }

        return made.Path;
    }

    /// <summary>What is wrong in here is a matter of the row; what is wrong with folders is not.</summary>
    private static async Task<T> JudgedAsync<T>(Func<Task<T>> part)
    {
        try
        {
            return await part();
        }
        catch (InputException e)
        {
            throw new RowRefusedException(e);
        }
    }
}
