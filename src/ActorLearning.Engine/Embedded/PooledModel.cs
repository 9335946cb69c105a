using ActorLearning.Protocol;

namespace ActorLearning.Engine.Embedded;

/// <summary>A model whose buffer goes back to the pool when nobody can reach it any more.</summary>
internal sealed class PooledModel(float[] values, bool isFinite) : Model(values, isFinite)
{
    /// <summary>The last sweep that reached it.</summary>
    public int SeenAt { get; set; }
}
