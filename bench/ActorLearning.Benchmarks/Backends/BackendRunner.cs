using System.Diagnostics;
using System.Globalization;
using ActorLearning.Learning.Objectives;
#if TORCH
using ActorLearning.TorchSharp;
#endif

namespace ActorLearning.Benchmarks.Backends;

/// <summary>
/// <c>backends</c>: training steps of each model by the managed kernels and by libtorch, and the memory they take.
/// </summary>
/// <remarks>
/// A step is a learner's: a batch is drawn and gathered, loss and gradient are computed, momentum moves the model. Each row is
/// measured in a process of its own, whose largest resident memory it tells: runtime, libtorch, images and all.
/// </remarks>
public static class BackendRunner
{
    /// <summary>Runs a command line: 0 done, 1 a row could not be measured, 2 the command line is wrong.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (BackendOptions.Parse(arguments) is not { } options)
        {
            errors.WriteLine(BackendOptions.Usage);
            return 2;
        }

        var models = StepModel.All(options.Timing.IsTiny);
        if (options.Row is var (name, wanted))
        {
            output.WriteLine(Measure(models.Single(model => model.Name == name), wanted, options));
            return 0;
        }

        output.WriteLine($"{$".NET {Environment.Version}, {options.Timing.Threads} thread(s)",-36}"
            + $"{"backend",-9}{"steps/s",10}{"least ms",10}{"MB",7}");
        var lacking = WhyNotTorch(options);
        var failed = 0;
        foreach (var model in models.Where(model => model.Name.Contains(options.Timing.Case)))
        {
            failed += RunRow(arguments, model, BackendSettings.ManagedName, output, errors);
            failed += lacking is null ? RunRow(arguments, model, BackendSettings.TorchName, output, errors) : 0;
        }

        if (lacking is not null)
        {
            output.WriteLine($"torch skipped: {lacking}");
        }

        return failed == 0 ? 0 : 1;
    }

    private static int RunRow(string[] arguments, StepModel model, string backend, TextWriter output, TextWriter errors)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string[] row = [typeof(BackendRunner).Assembly.Location, .. arguments, "--row", model.Name, backend];
        using var process = Process.Start(new ProcessStartInfo(host, row)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var complaint = process.StandardError.ReadToEndAsync();
        output.Write(process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        errors.Write(complaint.Result);
        output.Flush();
        return process.ExitCode;
    }

    private static string Measure(StepModel model, string backend, BackendOptions options)
    {
        var objective = MakeObjective(model, backend, options);
        var times = Clock.Run(() => new LearnerWork(objective, model).Step, options.Timing);
        using var process = Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture,
            $"{$"step {model.Name} batch {model.Batch}",-36}{backend,-9}{1000 / times[times.Length / 2],10:F1}{times[0],10:F3}"
            + $"{process.PeakWorkingSet64 / 1e6,7:F0}");
    }

#if TORCH
    private static IObjective MakeObjective(StepModel model, string backend, BackendOptions options) =>
        backend == BackendSettings.ManagedName ? model.MakeNetwork() : new TorchBackend().Make(
            model.MakeNetwork(), new BackendSettings(BackendSettings.TorchName, options.Device, options.AllThreads));

    private static string? WhyNotTorch(BackendOptions options)
    {
        try
        {
            new TorchBackend().Check(new BackendSettings(BackendSettings.TorchName, options.Device));
            return null;
        }
        catch (BackendException e)
        {
            return e.Message;
        }
    }
#else
    private static IObjective MakeObjective(StepModel model, string backend, BackendOptions options) => model.MakeNetwork();

    private static string? WhyNotTorch(BackendOptions options) => "this build has no TorchSharp";
#endif
}
