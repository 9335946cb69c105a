using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using ActorLearning.Engine;
using ActorLearning.Learning.Data;
using ActorLearning.Reporting;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Cli.Commands;

/// <summary><c>doctor</c>: what this machine and this build can do, what is missing and how to get it.</summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan FeedPatience = TimeSpan.FromSeconds(20);

    public static Command Create()
    {
        var command = new Command("doctor",
            "Tell what this machine and build can do, and what is missing, e.g. actorlearning doctor");
        command.SetAction(async (_, cancellation) =>
        {
            foreach (var (name, lines) in await ExamineAsync(cancellation))
            {
                Console.WriteLine($"{name,-12}{string.Join($"\n{"",-12}", lines)}");
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<IEnumerable<(string Name, IEnumerable<string> Lines)>> ExamineAsync(CancellationToken cancellation)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var commit = BuildInformation.Commit.Length > 0 ? $", commit {BuildInformation.Commit}" : "";
        return
        [
            ("version", [$"{BuildInformation.Version}{commit}, .NET {Environment.Version}"]),
            ("system", [RuntimeInformation.OSDescription]),
            ("processor", [$"{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}, "
                + string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores")]),
            ("lanes", Lanes()),
            ("memory", [$"{Figures.Bytes(memory)} for this process"]),
            ("engines", Engines.All.Select(engine => engine.IsHere ? $"{engine.Name}: here" : $"{engine.Name}: {engine.WayOut}")),
            ("backends", ComputeBackends.All.Select(backend => $"{backend.Name}: {backend.Found}")),
            // What reads a file of the user's own has no folder that could be missing.
            ("data", Known.DataSets.Entries.Where(entry => entry.Options.Count == 0).Select(entry => DataSet(entry.Name))),
            ("feeds", await FeedsAsync(cancellation)),
        ];
    }

    /// <summary>Kernels compute on eight lanes everywhere; what differs is how fast.</summary>
    private static IEnumerable<string> Lanes()
    {
        var isFused = Fma.IsSupported || AdvSimd.Arm64.IsSupported;
        var wider = Vector512.IsHardwareAccelerated ? "; 16 where that gives the same bits" : "";
        yield return Vector256.IsHardwareAccelerated ? $"8 floats at a time in hardware{wider}"
            : "8 floats at a time, made of narrower ones: the same bits, slower";
        yield return isFused ? "fused multiply-add in hardware"
            : "no fused multiply-add in hardware: the same bits, many times slower";
    }

    private static string DataSet(string name)
    {
        try
        {
            return $"{name}: {DataFolders.Find(name)}";
        }
        catch (DataSetException e)
        {
            return $"{name}: missing; {e.Message}";
        }
    }

    /// <summary>The package feeds that decide what a build has; only dotnet itself knows them all.</summary>
    private static async Task<IEnumerable<string>> FeedsAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(FeedPatience);
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        try
        {
            using var process = Process.Start(new ProcessStartInfo(host, ["nuget", "list", "source", "--format", "short"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var listed = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            string[] feeds = [.. listed.Split('\n').Where(line => line.StartsWith("E ", StringComparison.Ordinal))
                .Select(line => line[2..].Trim())];
            return feeds.Length > 0 ? feeds : ["none is enabled: name one in the NuGet configuration"];
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            return ["unknown: the dotnet command does not answer; it is needed to build, not to run"];
        }
    }
}
