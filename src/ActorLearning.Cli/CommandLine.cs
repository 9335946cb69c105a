using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ActorLearning.Cli.Commands;
using ActorLearning.Engine;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli;

/// <summary>The commands, and what becomes of errors: 0 done, 1 the run failed, 2 the input is wrong.</summary>
public static class CommandLine
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The run failed.</summary>
    public const int Failed = 1;

    /// <summary>The input is wrong.</summary>
    public const int WrongInput = 2;

    /// <summary>Runs a command line.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        // Numbers read and written have decimal points wherever the machine stands.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        ComputeBackends.Register();
        var root = MakeRoot();
        var parsed = root.Parse(arguments);

        // A shell asks for completions of what is not finished yet.
        var isAsked = arguments.Length > 0 && arguments[0].StartsWith("[suggest", StringComparison.Ordinal);
        if ((parsed.Errors.Count > 0 || Misread(parsed, arguments).Any()) && !isAsked)
        {
            return Refuse(parsed, arguments, root);
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration);
        }
        catch (InputException e)
        {
            foreach (var problem in e.Problems)
            {
                await Console.Error.WriteLineAsync(problem.ToString());
            }

            return WrongInput;
        }
        catch (RunFailedException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A disk that is full or gone in the middle of a run.
            await Console.Error.WriteLineAsync($"a file cannot be written: {e.Message}");
            return Failed;
        }
    }

    /// <summary>The tree of commands.</summary>
    internal static RootCommand MakeRoot() => new(
        "Byzantine-robust peer-to-peer learning: learners pull each other's models, some of them lie.")
    {
        RunCommand.Create(),
        ResumeCommand.Create(),
        ExplainCommand.Create(),
        CheckCommand.Create(),
        PlanCommand.Create(),
        ForgeCommand.Create(),
        ListCommand.Create(),
        AggregateCommand.Create(),
        ReproduceCommand.Create(),
        ReportCommand.Create(),
        ExploreCommand.Create(),
        NodeCommand.Create(),
        ClusterCommand.Create(),
        DataCommand.Create(),
        SweepCommand.Create(),
        CompareCommand.Create(),
        DoctorCommand.Create(),
        CompletionCommand.Create(),
    };

    /// <summary>What was taken for a file or a name and looks like an option; behind -- anything may be a file.</summary>
    private static IEnumerable<string> Misread(ParseResult parsed, string[] arguments) => arguments.Contains("--") ? []
        : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens)
            .Select(token => token.Value).Where(value => value.StartsWith("--", StringComparison.Ordinal));

    private static int Refuse(ParseResult parsed, string[] arguments, RootCommand root)
    {
        var misread = Misread(parsed, arguments).ToList();
        foreach (var error in parsed.Errors.Select(error => InWords(error.Message))
            .Concat(misread.Select(token => $"Unrecognized command or argument '{token}'.")).Distinct())
        {
            Console.Error.WriteLine(error);
        }

        var command = parsed.CommandResult.Command;
        var known = command.Subcommands.Select(item => item.Name)
            .Concat(command.Options.Concat(root.Options).SelectMany(option => option.Aliases.Append(option.Name)));
        var near = parsed.UnmatchedTokens.Concat(misread)
            .Select(token => Nearest.Of(token, known)).FirstOrDefault(name => name is not null);
        if (near is not null)
        {
            Console.Error.WriteLine($"Did you mean {near}?");
        }

        var path = command is RootCommand ? "actorlearning" : $"actorlearning {command.Name}";
        Console.Error.WriteLine($"See: {path} --help");
        return WrongInput;
    }

    /// <summary>A message without the names of the types that the parser reads into.</summary>
    private static string InWords(string message)
    {
        var (start, value) = (message.IndexOf(" as expected type '", StringComparison.Ordinal), message.Split('\'', 3));
        if (start < 0 || value.Length < 3)
        {
            return message;
        }

        var option = message[..start].Split(" for ", 2)[^1];
        return $"'{value[1]}' for {option} is not {(message[start..].Contains("Int") ? "a whole number" : "a number")}.";
    }
}
