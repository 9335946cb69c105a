using System.CommandLine;
using ActorLearning.Cli.Reproduction;
using ActorLearning.Engine.Embedded;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Commands;

/// <summary><c>reproduce FIGURE</c>.</summary>
internal static class ReproduceCommand
{
    private const string Planner = "rpel-figure-3";

    private static readonly Argument<string> Name =
        new("figure") { Description = string.Join(", ", Names) };

    private static readonly Option<bool> Quick =
        new("--quick") { Description = "A faithful small version: fewer rounds and images, one seed" };

    private static readonly Option<string?> Only =
        new("--only") { Description = "Only rows whose label has this in it, e.g. --only n=100" };

    private static readonly Option<int?> Seeds = new("--seeds") { Description = "Only so many of the figure's seeds" };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "Override a key in every row, e.g. --set evaluate.images=2000; may be repeated",
    };

    private static readonly Option<string> Out =
        new("--out") { Description = "Folder of the runs; those it has are not repeated", DefaultValueFactory = _ => "runs" };

    private static readonly Option<string> Papers = new("--papers")
    {
        Description = "Folder of the papers' scenarios",
        DefaultValueFactory = _ => Path.Combine("scenarios", "papers"),
    };

    internal static IEnumerable<string> Names => Figures.All.Select(figure => figure.Name).Append(Planner).Order();

    public static Command Create()
    {
        var command = new Command("reproduce",
            "Run a paper's figure, measured beside published, e.g. actorlearning reproduce rpel-figure-3")
        {
            Name, Quick, Only, Seeds, Set, EngineOptions.Threads, Out, Papers,
        };
        command.SetAction((parsed, _) => ReproduceAsync(parsed));
        return command;
    }

    private static async Task<int> ReproduceAsync(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(Name);
        if (name == Planner)
        {
            return Plan(parsed);
        }

        var figure = Figures.All.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw new InputException("reproduce",
                $"\"{name}\" is no figure{Nearest.Hint(name, Names)} (known: {string.Join(", ", Names)})");
        var choice = new FigureChoice
        {
            IsQuick = parsed.GetValue(Quick),
            Only = parsed.GetValue(Only),
            Seeds = parsed.GetValue(Seeds),
            Settings = parsed.GetValue(Set) ?? [],
        };
        if (!choice.RowsOf(figure).Any())
        {
            throw new InputException("--only", $"no row of {name}{(choice.IsQuick ? " --quick" : "")} has "
                + $"\"{choice.Only}\" in its label; its rows: {Some((choice with { Only = null }).RowsOf(figure))}");
        }

        if (choice.Seeds is < 1 || choice.Seeds > figure.Seeds.Count)
        {
            throw new InputException("--seeds", $"{choice.Seeds}; allowed: 1 to {figure.Seeds.Count}");
        }

        return await RunAsync(parsed, figure, choice);
    }

    /// <summary>The figure that is computed and needs no runs.</summary>
    private static int Plan(ParseResult parsed)
    {
        Option[] none = [Only, Seeds, Set];
        if (Array.Find(none, option => parsed.GetResult(option) is { Implicit: false }) is { } given)
        {
            throw new InputException(given.Name, $"{Planner} is computed and not run: it has no rows, seeds or settings");
        }

        Console.WriteLine("RPEL, Figure 3: Byzantine share of a pull's models that holds with confidence .99, T = 200");
        foreach (var line in PlannerFigure.Lines().Append("").Concat(PlannerFigure.Bounds()))
        {
            Console.WriteLine(line);
        }

        return CommandLine.Done;
    }

    private static string Some(IEnumerable<FigureRow> rows)
    {
        const int Most = 9;
        string[] labels = [.. rows.Select(row => row.Label)];
        return string.Join("; ", labels.Take(Most)) + (labels.Length > Most ? $"; and {labels.Length - Most} more" : "");
    }

    private static async Task<int> RunAsync(ParseResult parsed, Figure figure, FigureChoice choice)
    {
        string[] settings = [.. choice.IsQuick ? figure.Quick : [], .. choice.Settings];
        Console.WriteLine(figure.Title + (choice.IsQuick ? "; --quick" : "") + (settings.Length > 0 ? ": " : "")
            + string.Join(", ", settings) + $"; seed {string.Join(", ", choice.SeedsOf(figure))}");
        var engine = new EmbeddedEngine(new EmbeddedOptions { Threads = parsed.GetValue(EngineOptions.Threads) });
        using var interrupt = new Interrupt();
        var runner = new FigureRunner(engine, parsed.GetRequiredValue(Out), parsed.GetRequiredValue(Papers), Console.WriteLine);
        try
        {
            var refused = await runner.RunAsync(figure, choice, interrupt.Token);
            if (refused > 0)
            {
                var rows = choice.RowsOf(figure).Count();
                await Console.Error.WriteLineAsync($"{refused} of {rows} rows refused; the table has their reasons.");
                return CommandLine.Failed;
            }
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            Console.Error.WriteLine("Ended early; the same command goes on with the runs that are missing.");
            return CommandLine.Failed;
        }

        return CommandLine.Done;
    }
}
