using ActorLearning.Engine.Records;
using ActorLearning.Reporting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ActorLearning.Cli.Display;

/// <summary>How a run stands, as a few rows that fit a terminal of any width.</summary>
internal static class LiveTable
{
    private const int Names = 11;
    private const int LongestBar = 40;

    /// <summary>The rows.</summary>
    /// <param name="progress">How the run stands.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IRenderable Of(RunProgress progress, int width)
    {
        var (record, round) = (progress.Record, progress.Round.Round);
        var scenario = record.Scenario;
        var room = Math.Max(8, width - Names - 1);
        var rows = new Grid().AddColumn(new GridColumn().Width(Names).PadLeft(0).PadRight(0))
            .AddColumn(new GridColumn().PadRight(0));
        var bar = Math.Min(LongestBar, room);
        var full = (int)((long)bar * round / scenario.Rounds);
        rows.AddRow(new Text("round"), new Text($"{round} of {scenario.Rounds}"));
        rows.AddRow(new Text(""), new Markup($"[blue]{new string('█', full)}[/][grey]{new string('░', bar - full)}[/]"));
        if (record.Accuracy is { } accuracy)
        {
            rows.AddRow(new Text("accuracy"),
                new Markup($"mean [bold]{Figures.Share(accuracy.Mean)}[/]  worst [bold]{Figures.Share(accuracy.Worst)}[/]"));
            rows.AddRow(new Text(""), new Text(Curve(record, room)));
        }

        rows.AddRow(new Text("Byzantine"),
            new Text($"met {record.ByzantineMetMax} at most, {scenario.Exchange.AssumedByzantine} assumed"));
        if (Sentence.Pace(progress) is { Length: > 0 } pace)
        {
            rows.AddRow(new Text("pace"), new Text(pace));
        }

        if (record.Rounds.Count(item => item.Missing.Count > 0) is > 0 and var without)
        {
            rows.AddRow(new Text("missing"), new Markup($"[yellow]{without} round(s) went on without some learners[/]"));
        }

        return rows;
    }

    /// <summary>The newest mean accuracies, as many as fit.</summary>
    private static string Curve(RunRecord record, int room) => Sparkline.Of(record.Rounds
        .Select(round => round.Accuracy?.Mean).OfType<double>().TakeLast(room));
}
