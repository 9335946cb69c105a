using System.Text.RegularExpressions;
using ActorLearning.Learning.Objectives;

namespace ActorLearning.Scenarios.Reading;

/// <remarks>What computes losses and gradients. Whether this build and machine can is asked where a run begins.</remarks>
internal sealed partial class ScenarioReader
{
    private BackendSettings? ReadBackend()
    {
        var name = top.Word("backend");
        var device = top.Text("device");
        var threads = top.Word("nativeThreads");
        if (device is not null && !Device().IsMatch(device))
        {
            top.Report("device", $"{device} is neither cpu nor a CUDA device{Nearest.Hint(device, ["cpu", "cuda:0"])} "
                + "(allowed: cpu, cuda:0, cuda:1, …)");
        }
        else if (device is not null and not "cpu" && name == BackendSettings.ManagedName)
        {
            top.Report("device", $"{device} is for backend: torch; the managed kernels compute on cpu");
        }

        if (threads == "all" && name == BackendSettings.ManagedName)
        {
            top.Report("nativeThreads", "all is for backend: torch; the managed kernels have one thread a step");
        }

        return name is null || device is null || threads is null ? null : new BackendSettings(name, device, threads == "all");
    }

    [GeneratedRegex("^(cpu|cuda:[0-9]{1,3})$")]
    private static partial Regex Device();
}
