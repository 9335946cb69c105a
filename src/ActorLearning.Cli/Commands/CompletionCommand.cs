using System.CommandLine;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Commands;

/// <summary><c>completion SHELL</c>: the lines a shell needs to complete commands, options and names.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            _actorlearning() {
              local IFS=$'\n'
              COMPREPLY=($(actorlearning "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null))
            }
            complete -o default -F _actorlearning actorlearning
            """,
        ["zsh"] = """
            _actorlearning() {
              local -a found
              found=("${(@f)$(actorlearning "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
              compadd -a found
              _files
            }
            compdef _actorlearning actorlearning
            """,
        ["fish"] = """
            complete -c actorlearning -a '(actorlearning "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName actorlearning -ScriptBlock {
              param($word, $line, $at)
              actorlearning "[suggest:$at]" "$line" | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """,
    };

    public static Command Create()
    {
        var shell = new Argument<string>("shell")
        {
            Description = $"One of {string.Join(", ", Scripts.Keys)}",
            HelpName = "shell",
        };
        shell.CompletionSources.Add(_ => Scripts.Keys.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        var command = new Command("completion",
            "Print what makes a shell complete commands and names, e.g. actorlearning completion bash") { shell };
        command.SetAction(parsed => Print(parsed.GetRequiredValue(shell)));
        return command;
    }

    private static int Print(string shell)
    {
        Console.WriteLine(Scripts.GetValueOrDefault(shell)?.ReplaceLineEndings("\n") ?? throw new InputException("completion",
            $"\"{shell}\" is no shell{Nearest.Hint(shell, Scripts.Keys)} (known: {string.Join(", ", Scripts.Keys)})"));
        return CommandLine.Done;
    }
}
