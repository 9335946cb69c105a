using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;
using Spectre.Console;

namespace ActorLearning.Cli.Display;

/// <summary>A bar that moves with the rounds, and a line for each evaluation above it.</summary>
internal sealed class TerminalDisplay : IDisplay
{
    private readonly TaskCompletionSource<ProgressTask> started = new();
    private readonly TaskCompletionSource ended = new();
    private Task bar = Task.CompletedTask;

    public void Start(Scenario scenario)
    {
        AnsiConsole.WriteLine(Sentence.OfStart(scenario));
        bar = AnsiConsole.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                started.SetResult(context.AddTask("loading the data", maxValue: scenario.Rounds));
                await ended.Task;
            });
    }

    public void Show(RunProgress progress)
    {
        var task = started.Task.GetAwaiter().GetResult();
        task.Value = progress.Round.Round;
        task.Description = Markup.Escape(Sentence.OfPace(progress));
        if (progress.Round.Missing.Count > 0)
        {
            AnsiConsole.WriteLine(Sentence.OfMissing(progress.Round));
        }

        if (progress.Round.Accuracy is not null)
        {
            AnsiConsole.WriteLine(Sentence.Of(progress));
        }
    }

    public void End(RunRecord record, string folder, string file)
    {
        Dispose();
        AnsiConsole.Write(new Text(Sentence.OfEnd(record, folder, file)));
    }

    public void Dispose()
    {
        ended.TrySetResult();
        bar.GetAwaiter().GetResult();
    }
}
