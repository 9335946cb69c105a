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
    /// <summary>The whole table, told line by line as it grows.</summary>
    public async Task RunAsync(Figure figure, bool isQuick, CancellationToken cancellation)
    {
        FigureTable.Head(figure).ToList().ForEach(tell);
        foreach (var row in figure.Rows)
        {
            var runs = new List<FinishedRun>();
            foreach (var seed in figure.Seeds.Take(isQuick ? 1 : figure.Seeds.Count))
            {
                var scenario = Read(figure, row, isQuick, seed);
                runs.Add(RunReader.Read(RunFolder.Finished(folder, scenario) ?? await RunAsync(scenario, cancellation)));
                cancellation.ThrowIfCancellationRequested();
            }

            tell(FigureTable.Row(figure, row, runs));
        }
    }

    /// <summary>The scenario of a row.</summary>
    public Scenario Read(Figure figure, FigureRow row, bool isQuick, int seed) => ScenarioFile.Read(
        Path.Combine(papers, figure.Scenario),
        [.. isQuick ? figure.Quick : [], .. row.Settings, $"seed={seed.ToString(CultureInfo.InvariantCulture)}"]);

    private async Task<string> RunAsync(Scenario scenario, CancellationToken cancellation)
    {
        var made = RunFolder.Create(folder, scenario);
        try
        {
            made.Finish(await engine.RunAsync(scenario, progress: null, cancellation));
        }
        catch (RunFailedException e)
        {
            made.Finish(e.Record);
            throw;
        }

        return made.Path;
    }
}
