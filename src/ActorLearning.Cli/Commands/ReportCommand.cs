using System.CommandLine;
using ActorLearning.Reporting;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Commands;

/// <summary><c>report RUN…</c>: the page of a run, written anew from what its folder holds.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string[]> Runs = new("run")
    {
        Description = "Folders of runs",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create()
    {
        var command = new Command("report",
            "Write report.html into the folders of runs, e.g. actorlearning report runs/quickstart-1-0a1b2c3d")
        {
            Runs,
        };
        command.SetAction(parsed => Report(parsed.GetRequiredValue(Runs)));
        return command;
    }

    private static int Report(string[] runs)
    {
        var problems = new List<Problem>();
        foreach (var run in runs)
        {
            try
            {
                Console.WriteLine(RunFolder.WriteReport(run));
            }
            catch (InputException e)
            {
                problems.AddRange(e.Problems);
            }
        }

        return problems.Count == 0 ? CommandLine.Done : throw new InputException(problems);
    }
}
