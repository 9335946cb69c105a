using System.Diagnostics;

namespace ActorLearning.Cli.Tests;

/// <summary>A browser without a window.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Switches =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--enable-logging=stderr", "--virtual-time-budget=2000", "--dump-dom",
    ];

    /// <summary>Where it is; null where there is none.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>Opens a page, runs its script and gives back the document as it then is, and what the console says.</summary>
    public static async Task<(string Document, string[] Console)> OpenAsync(string page, Workplace work)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var process = Process.Start(new ProcessStartInfo(
            Path!, [.. Switches, $"--user-data-dir={System.IO.Path.Combine(work.Folder, "profile")}", $"file://{page}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var document = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        string[] console = [.. (await errors).Split('\n').Where(line => line.Contains(":CONSOLE", StringComparison.Ordinal))];
        return (await document, console);
    }
}
