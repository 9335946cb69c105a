namespace ActorLearning.Engine.Checkpoints;

/// <summary>A checkpoint that cannot be read: cut short, changed, or of another kind of file. The message says which.</summary>
public sealed class CheckpointDamagedException(string message, Exception? cause = null) : Exception(message, cause);
