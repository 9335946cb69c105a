using ActorLearning.Engine.Checkpoints;

namespace ActorLearning.Engine.Tests.Checkpoints;

/// <summary>Keeps the bytes of checkpoints in memory.</summary>
internal sealed class KeptCheckpoints : ICheckpointStore
{
    /// <summary>The checkpoints, oldest first.</summary>
    public List<byte[]> All { get; } = [];

    /// <summary>The rounds they are of.</summary>
    public List<int> Rounds { get; } = [];

    public void Save(Checkpoint checkpoint)
    {
        using var stream = new MemoryStream();
        checkpoint.Write(stream);
        All.Add(stream.ToArray());
        Rounds.Add(checkpoint.Header.Round);
    }

    public static Checkpoint Read(byte[] bytes) => Checkpoint.Read(new MemoryStream(bytes), "kept");
}
