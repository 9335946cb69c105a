namespace ActorLearning.Cli.Display;

/// <summary>Chooses how a run is shown.</summary>
internal static class Displays
{
    public static IDisplay Choose(bool isQuiet, bool isJson) =>
        isQuiet ? new QuietDisplay()
        : isJson ? new JsonDisplay()
        : Console.IsOutputRedirected ? new PlainDisplay()
        : new TerminalDisplay();
}
