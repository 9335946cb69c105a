namespace ActorLearning.Benchmarks;

/// <summary>What the command line asks for.</summary>
public sealed record PeerOptions
{
    /// <summary>How to call it.</summary>
    public const string Usage =
        "Usage: peers [steps|rules|growth|all] [--runs N] [--threads N] [--cpu] [--case TEXT] [--beside PEERS_TABLE] [--tiny]";

    /// <summary>steps, rules, both (all) or growth.</summary>
    public string Part { get; private init; } = "all";

    /// <summary>Timed runs of each case.</summary>
    public int Runs { get; init; } = 15;

    /// <summary>Threads that do the same work side by side, each on memory of its own.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether the time the thread was at work counts, not the time that went by: for a machine that is not
    /// idle.</summary>
    public bool IsCpuTime { get; init; }

    /// <summary>A file with the table of the peer; null for none.</summary>
    public string? Beside { get; private init; }

    /// <summary>What the names of the cases have in them.</summary>
    public string Case { get; init; } = "";

    /// <summary>Sizes so small that only a test would want them.</summary>
    public bool IsTiny { get; init; }

    /// <summary>The options of a command line; null where it is not one.</summary>
    public static PeerOptions? Parse(string[] arguments)
    {
        if (arguments is not ["peers", ..])
        {
            return null;
        }

        var options = new PeerOptions();
        for (var rest = arguments[1..]; rest.Length > 0;)
        {
            switch (rest)
            {
                case ["steps" or "rules" or "growth" or "all", ..]:
                    (options, rest) = (options with { Part = rest[0] }, rest[1..]);
                    break;
                case ["--runs", var runs, ..] when int.TryParse(runs, out var count) && count > 0:
                    (options, rest) = (options with { Runs = count }, rest[2..]);
                    break;
                case ["--threads", var threads, ..] when int.TryParse(threads, out var count) && count is > 0 and <= 1024:
                    (options, rest) = (options with { Threads = count }, rest[2..]);
                    break;
                case ["--case", var text, ..]:
                    (options, rest) = (options with { Case = text }, rest[2..]);
                    break;
                case ["--beside", var table, ..]:
                    (options, rest) = (options with { Beside = table }, rest[2..]);
                    break;
                case ["--cpu", ..] when OperatingSystem.IsLinux():
                    (options, rest) = (options with { IsCpuTime = true }, rest[1..]);
                    break;
                case ["--tiny", ..]:
                    (options, rest) = (options with { IsTiny = true }, rest[1..]);
                    break;
                default:
                    return null;
            }
        }

        return options is { IsCpuTime: true, Threads: > 1 } ? null : options;
    }
}
