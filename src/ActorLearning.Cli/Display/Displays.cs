using Spectre.Console;

namespace ActorLearning.Cli.Display;

/// <summary>Chooses how a run is shown.</summary>
internal static class Displays
{
    public static IDisplay Choose(bool isQuiet, bool isJson) =>
        isQuiet ? new QuietDisplay()
        : isJson ? new JsonDisplay()
        : !IsTerminal ? new PlainDisplay()
        : new TerminalDisplay();

    /// <summary>Whether lines can be drawn over: not in files, pipes, builds on servers and terminals that cannot move.</summary>
    private static bool IsTerminal => !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
}
