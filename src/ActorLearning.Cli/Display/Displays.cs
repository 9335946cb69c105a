using System.CommandLine;
using ActorLearning.Cli.Commands;
using Spectre.Console;

namespace ActorLearning.Cli.Display;

/// <summary>Chooses how a run is shown.</summary>
internal static class Displays
{
    public static IDisplay Choose(ParseResult parsed) =>
        parsed.GetValue(RunningOptions.Quiet) ? new QuietDisplay()
        : parsed.GetValue(RunningOptions.Json) ? new JsonDisplay()
        : !IsTerminal ? new PlainDisplay()
        : new TerminalDisplay();

    /// <summary>Whether lines can be drawn over: not in files, pipes, builds on servers and terminals that cannot move.</summary>
    private static bool IsTerminal => !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
}
