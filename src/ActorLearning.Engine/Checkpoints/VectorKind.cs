namespace ActorLearning.Engine.Checkpoints;

/// <summary>What a vector of a checkpoint is. The numbers stand in files.</summary>
internal enum VectorKind : byte
{
    /// <summary>Plain numbers: momentum, what a rule remembers.</summary>
    Plain = 0,

    /// <summary>A model whose values are all finite.</summary>
    Model = 1,

    /// <summary>A model with a value that is not.</summary>
    InfiniteModel = 2,
}
