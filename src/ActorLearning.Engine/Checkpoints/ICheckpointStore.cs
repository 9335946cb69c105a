namespace ActorLearning.Engine.Checkpoints;

/// <summary>Keeps the checkpoints of a run.</summary>
public interface ICheckpointStore
{
    /// <summary>
    /// Keeps a checkpoint, whole or not at all. It must be written before this returns: its vectors change as the run goes on.
    /// </summary>
    /// <remarks>A store that cannot keep it says so itself; the run goes on.</remarks>
    void Save(Checkpoint checkpoint);
}
