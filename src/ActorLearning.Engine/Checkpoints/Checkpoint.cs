using ActorLearning.Engine.Embedded;

namespace ActorLearning.Engine.Checkpoints;

/// <summary>One instant of a run in virtual time, from which it goes on to the same bits.</summary>
/// <remarks>One that was read goes into one run: that run works in its vectors.</remarks>
public sealed class Checkpoint
{
    internal Checkpoint(CheckpointHeader header, CheckpointState state, IEnumerable<PooledModel> models) =>
        (Header, State, Models) = (header, state, models);

    /// <summary>What it is of.</summary>
    public CheckpointHeader Header { get; }

    internal CheckpointState State { get; }

    /// <summary>The models of the state; of a checkpoint that was read.</summary>
    internal IEnumerable<PooledModel> Models { get; }

    /// <summary>Writes it.</summary>
    public void Write(Stream stream) => CheckpointFormat.Write(this, stream);

    /// <summary>Reads a checkpoint; the stream must be one that can seek.</summary>
    /// <param name="stream">The whole checkpoint and nothing else.</param>
    /// <param name="name">What problems call it: the file's name.</param>
    /// <exception cref="CheckpointDamagedException">It is no whole checkpoint.</exception>
    /// <exception cref="Scenarios.InputException">It is one of another version of the format.</exception>
    public static Checkpoint Read(Stream stream, string name) => CheckpointFormat.Read(stream, name);
}
