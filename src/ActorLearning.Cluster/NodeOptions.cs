namespace ActorLearning.Cluster;

/// <summary>How a node is started. What is null is left to the settings.</summary>
public sealed record NodeOptions
{
    /// <summary>Settings, in HOCON, that go before the defaults.</summary>
    public string Hocon { get; init; } = "";

    /// <summary>The port to listen on; 0 takes a free one.</summary>
    public int? Port { get; init; }

    /// <summary>The address to listen on and to tell others.</summary>
    public string? Hostname { get; init; }

    /// <summary>The nodes that let this one in, e.g. <c>akka.tcp://actorlearning@10.0.0.1:4053</c>.</summary>
    public IReadOnlyList<string> SeedNodes { get; init; } = [];

    /// <summary>Learner or lighthouse; see <see cref="NodeRoles"/>.</summary>
    public string? Role { get; init; }

    /// <summary>Worker threads.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What these options say, in HOCON.</summary>
    internal string Overrides()
    {
        var lines = new List<string> { $"actorlearning.compute.dedicated-thread-pool.thread-count = {Threads}" };
        Add("akka.remote.dot-netty.tcp.port", Port?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("akka.remote.dot-netty.tcp.hostname", Hostname is null ? null : $"\"{Hostname}\"");
        Add("akka.cluster.roles", Role is null ? null : $"[{Role}]");
        Add("akka.cluster.seed-nodes",
            SeedNodes.Count == 0 ? null : $"[{string.Join(", ", SeedNodes.Select(address => $"\"{address}\""))}]");
        return string.Join('\n', lines);

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                lines.Add($"{key} = {value}");
            }
        }
    }
}
