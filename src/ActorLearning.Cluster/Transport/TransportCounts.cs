namespace ActorLearning.Cluster.Transport;

/// <summary>What has happened to models on one node since it started. Any thread may count.</summary>
public sealed class TransportCounts
{
    private readonly long[] counts = new long[Enum.GetValues<TransportEvent>().Length];

    /// <summary>How often something has happened.</summary>
    public long this[TransportEvent what] => Interlocked.Read(ref counts[(int)what]);

    /// <summary>It has happened once more.</summary>
    public void Add(TransportEvent what) => Interlocked.Increment(ref counts[(int)what]);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(", ", Enum.GetValues<TransportEvent>().Where(what => this[what] > 0).Select(what => $"{what} {this[what]}"));
}
