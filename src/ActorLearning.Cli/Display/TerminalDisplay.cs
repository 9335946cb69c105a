using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;
using Spectre.Console;

namespace ActorLearning.Cli.Display;

/// <summary>A table that stays where it is while the run goes on, and the outcome in its place at the end.</summary>
internal sealed class TerminalDisplay : IDisplay
{
    // Faster than this nobody reads.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly TaskCompletionSource<LiveDisplayContext> started = new();
    private readonly TaskCompletionSource ended = new();
    private Task table = Task.CompletedTask;
    private TimeSpan shown = TimeSpan.MinValue;

    public void Start(Scenario scenario)
    {
        AnsiConsole.WriteLine(Sentence.Of(scenario));
        AnsiConsole.WriteLine();
        table = AnsiConsole.Live(new Text("loading the data")).AutoClear(true).StartAsync(async context =>
        {
            started.SetResult(context);
            await ended.Task;
        });
    }

    public void Tell(string sentence) => AnsiConsole.WriteLine(sentence);

    public void Show(RunProgress progress)
    {
        var isDue = progress.Round.Accuracy is not null || progress.Record.Elapsed - Pause > shown;
        if (isDue)
        {
            shown = progress.Record.Elapsed;
            started.Task.GetAwaiter().GetResult().UpdateTarget(LiveTable.Of(progress, AnsiConsole.Profile.Width));
        }
    }

    public void End(RunRecord record, string folder, string file)
    {
        Dispose();
        // Not broken into lines of the terminal's width: hashes and commands are copied from here.
        Console.Write(Sentence.OfEnd(record, folder, file));
    }

    public void Dispose()
    {
        ended.TrySetResult();
        table.GetAwaiter().GetResult();
    }
}
