using ActorLearning.Learning.Objectives;

namespace ActorLearning.Benchmarks.Backends;

/// <summary>What the command line asks for.</summary>
public sealed record BackendOptions
{
    /// <summary>How to call it.</summary>
    public const string Usage =
        "Usage: backends [--runs N] [--threads N] [--cpu] [--case TEXT] [--device cpu|cuda:0] [--all-threads] [--tiny]";

    /// <summary>How the steps are timed, and of which models.</summary>
    public PeerOptions Timing { get; private init; } = new() { Runs = 50 };

    /// <summary>Where torch computes.</summary>
    public string Device { get; private init; } = "cpu";

    /// <summary>Whether a step with torch has all of the machine's threads.</summary>
    public bool AllThreads { get; private init; }

    /// <summary>The one row to measure in this process: a model and a backend; null for the whole table.</summary>
    public (string Model, string Backend)? Row { get; private init; }

    /// <summary>The options of a command line; null where it is not one.</summary>
    public static BackendOptions? Parse(string[] arguments)
    {
        var (options, timing, rest) = (new BackendOptions(), new List<string>(), arguments[1..]);
        while (rest.Length > 0)
        {
            switch (rest)
            {
                case ["--device", var device, ..]:
                    (options, rest) = (options with { Device = device }, rest[2..]);
                    break;
                case ["--all-threads", ..]:
                    (options, rest) = (options with { AllThreads = true }, rest[1..]);
                    break;
                case ["--row", var model, BackendSettings.ManagedName or BackendSettings.TorchName, ..]:
                    (options, rest) = (options with { Row = (model, rest[2]) }, rest[3..]);
                    break;
                case ["--runs" or "--threads" or "--case", _, ..]:
                    timing.AddRange(rest[..2]);
                    rest = rest[2..];
                    break;
                case ["--cpu" or "--tiny", ..]:
                    timing.Add(rest[0]);
                    rest = rest[1..];
                    break;
                default:
                    return null;
            }
        }

        return PeerOptions.Parse(["peers", "--runs", "50", .. timing]) is { } parsed ? options with { Timing = parsed } : null;
    }
}
