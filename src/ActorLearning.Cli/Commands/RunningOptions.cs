using System.CommandLine;

namespace ActorLearning.Cli.Commands;

/// <summary>How a run is shown, for every command that runs a scenario.</summary>
internal static class RunningOptions
{
    public static readonly Option<bool> Quiet = new("--quiet") { Description = "Print nothing but problems" };

    public static readonly Option<bool> Json =
        new("--json") { Description = "One JSON line an evaluation, then one for the whole run" };
}
