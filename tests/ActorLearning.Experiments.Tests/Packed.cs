using System.Diagnostics;

namespace ActorLearning.Experiments.Tests;

/// <summary>What <c>dotnet pack</c> makes of this build, once for all tests, in a folder that is gone afterwards.</summary>
public sealed class Packed : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("actorlearning-");

    /// <summary>How this build was made.</summary>
    public static string Configuration { get; } =
        AppContext.BaseDirectory.Split(Path.DirectorySeparatorChar).Contains("Release") ? "Release" : "Debug";

    /// <summary>The folder of the packages.</summary>
    public string Packages => At("packages");

    /// <summary>A path in the folder that is gone afterwards.</summary>
    public string At(params string[] parts) => Path.Combine([folder.FullName, .. parts]);

    /// <summary>Packs what is built already: nothing is compiled a second time.</summary>
    public async Task InitializeAsync() => await RunAsync(
        Repository.Root, "dotnet", "pack", "ActorLearning.sln", "--no-build", "-c", Configuration, "-o", Packages, "-v", "q",
        "-nodeReuse:false");

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Runs a program to its good end; packages it unpacks are kept apart from the machine's.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> RunAsync(string where, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = where,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (where != Repository.Root)
        {
            start.Environment["NUGET_PACKAGES"] = At("unpacked");
            start.Environment["ACTORLEARNING_DATA"] = Path.Combine(Repository.Root, "data");
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{output}{await error}");
        return output;
    }
}
