using System.Diagnostics;
using System.Text.Json;

namespace ActorLearning.Engine.Tests;

/// <summary>The same bits on a processor that has less: real processes with instruction sets switched off.</summary>
public sealed class OtherProcessorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("actorlearning-").FullName;

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void The_model_hash_is_the_same_without_an_instruction_set(string variable)
    {
        string[] overrides = ["model=C(3)-R-M-L(10)-S", "rounds=2", "evaluate.images=50"];
        var here = SmallRun.Run(overrides).ModelHash;

        var there = RunProcess(variable, overrides);

        Assert.Equal(here, there);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string? RunProcess(string variable, string[] overrides)
    {
        var scenario = Path.Combine(folder, "small.yaml");
        File.WriteAllText(scenario, SmallRun.Text);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "actorlearning.dll"), "run", scenario, "--json", "--out",
            folder];
        foreach (var argument in arguments.Concat(overrides.SelectMany(setting => new[] { "--set", setting })))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[variable] = "0";
        start.Environment["ACTORLEARNING_DATA"] = Path.GetDirectoryName(Learning.Data.DataFolders.Find("mnist"))!;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
        return JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]).RootElement.GetProperty("modelHash").GetString();
    }
}
