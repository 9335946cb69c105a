namespace ActorLearning.Protocol;

/// <summary>A learner's number, counted from 0.</summary>
public readonly record struct LearnerId(int Number) : IComparable<LearnerId>
{
    /// <inheritdoc/>
    public int CompareTo(LearnerId other) => Number.CompareTo(other.Number);

    /// <inheritdoc/>
    public override string ToString() => $"{Number}";
}
