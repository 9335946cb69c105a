namespace ActorLearning.Protocol;

/// <summary>A model on its way between learners: one flat vector that nobody writes to once it is made.</summary>
/// <param name="values">The parameters.</param>
/// <param name="isFinite">Whether all are finite; found once, where the model is made or decoded.</param>
public class Model(float[] values, bool isFinite)
{
    /// <summary>The parameters. To be read only.</summary>
    public float[] Values { get; } = values;

    /// <summary>Whether all parameters are finite.</summary>
    public bool IsFinite { get; } = isFinite;
}
