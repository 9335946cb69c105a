using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ActorLearning.Learning.Objectives;
using TorchSharp;

namespace ActorLearning.TorchSharp;

/// <summary>The libtorch of this machine: whether it is there, which it is, on which devices it computes.</summary>
/// <remarks>
/// Asked before anything else of TorchSharp is touched, because TorchSharp answers a missing libtorch with pages of its own on
/// standard output.
/// </remarks>
public static partial class TorchRuntime
{
    private const string Glue = "LibTorchSharp";
    private static readonly string[] Parts = ["torch_cpu", Glue];
    private static readonly Lazy<string?> Problem = new(() => Refusal(Load, FoundFile, Wanted));

    /// <summary>The version of libtorch that the TorchSharp of this build is made for.</summary>
    public static Version Wanted => Version.Parse(torch.__version__);

    /// <summary>Why nothing can be computed with libtorch here, and the way out; null where it can.</summary>
    public static string? WhyNot => Problem.Value;

    /// <summary>What was found, in one line: TorchSharp, libtorch and its file, devices; or why not.</summary>
    public static string Description
    {
        get
        {
            if (WhyNot is { } reason)
            {
                return reason;
            }

            var devices = torch.cuda.is_available() ? $"cpu and {torch.cuda.device_count()} CUDA device(s)"
                : "cpu, no CUDA device";
            var file = FoundFile();
            var version = (file is null ? null : VersionOf(file)) ?? Wanted;
            return $"TorchSharp {typeof(torch).Assembly.GetName().Version}, libtorch {version} "
                + $"({file ?? "in the program"}), {devices}";
        }
    }

    /// <summary>A device by its name in scenarios.</summary>
    /// <param name="name">cpu, or cuda and a number.</param>
    /// <exception cref="BackendException">There is no libtorch, or none that fits, or no such device.</exception>
    public static torch.Device Device(string name)
    {
        if (WhyNot is { } reason)
        {
            throw new BackendException("backend", reason);
        }

        if (name == "cpu")
        {
            return torch.CPU;
        }

        var count = torch.cuda.is_available() ? torch.cuda.device_count() : 0;
        var index = CudaDevice().Match(name) is { Success: true } match ? int.Parse(match.Groups[1].Value) : -1;
        if (index >= 0 && index < count)
        {
            return torch.device(name);
        }

        throw new BackendException("device", count == 0
            ? $"{name} is not there: this libtorch finds no CUDA device. Take device: cpu, or on a machine with one build with "
                + "the property TorchPackage=TorchSharp-cuda-linux (TorchSharp-cuda-windows)"
            : $"{name} is not there: libtorch finds {count} CUDA device(s), cuda:0 to cuda:{count - 1}");
    }

    /// <summary>Why a libtorch is of no use, if so.</summary>
    /// <param name="load">Loads a part; gives back why not, or null.</param>
    /// <param name="file">Where it came from, once loaded.</param>
    /// <param name="wanted">The version that TorchSharp is made for.</param>
    internal static string? Refusal(Func<string, string?> load, Func<string?> file, Version wanted)
    {
        // The first may be missing under that name: the second names the files it needs.
        var problems = Parts.Select(load).ToList();
        if (problems[^1] is { } problem)
        {
            return $"libtorch {wanted.ToString(2)} is not to be had: {FirstLine(problem)}. Install it where the system's loader "
                + "finds it, or build with a package that brings it: the property TorchPackage=TorchSharp-cpu";
        }

        var found = file();
        var version = found is null ? null : VersionOf(found);
        return version is null || (version.Major == wanted.Major && version.Minor == wanted.Minor) ? null
            : $"libtorch {version} ({found}) was found, and this TorchSharp is made for {wanted.ToString(2)}. "
                + "Install that one, or build with the properties TorchPackage and TorchVersion "
                + "set to a TorchSharp for the libtorch there is";
    }

    /// <summary>
    /// The version of a libtorch: systems write it into the file's name, the archives of PyTorch beside its folder.
    /// </summary>
    private static Version? VersionOf(string file)
    {
        var note = Path.Combine(Path.GetDirectoryName(file) ?? "", "..", "build-version");
        var told = FileVersion().Match(file) is { Success: true } name ? name
            : File.Exists(note) ? NotedVersion().Match(File.ReadAllText(note)) : Match.Empty;
        return told.Success ? Version.Parse(told.Groups[1].Value) : null;
    }

    private static string? Load(string name)
    {
        try
        {
            NativeLibrary.Load(name, typeof(torch).Assembly, null);
            return null;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            return e.Message;
        }
    }

    /// <summary>The file of the libtorch that this process has loaded; its name may carry the version.</summary>
    private static string? FoundFile()
    {
        using var process = Process.GetCurrentProcess();
        return process.Modules.Cast<ProcessModule>().Select(module => module.FileName)
            .FirstOrDefault(file => Path.GetFileName(file).Contains("torch_cpu", StringComparison.Ordinal));
    }

    /// <summary>The line that says which file was missing or did not fit; the others list where it was looked for.</summary>
    private static string FirstLine(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var named = lines.FirstOrDefault(line => line.Contains("libtorch", StringComparison.Ordinal)
            || line.Contains("libc10", StringComparison.Ordinal));
        return (named ?? lines.FirstOrDefault() ?? "it cannot be loaded").TrimEnd('.');
    }

    [GeneratedRegex("^cuda:([0-9]+)$")]
    private static partial Regex CudaDevice();

    [GeneratedRegex(@"\.so\.([0-9]+\.[0-9]+(\.[0-9]+)?)$")]
    private static partial Regex FileVersion();

    [GeneratedRegex(@"^([0-9]+\.[0-9]+(\.[0-9]+)?)")]
    private static partial Regex NotedVersion();
}
