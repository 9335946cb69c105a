namespace ActorLearning.Learning.Networks;

/// <summary>One tensor of a parameter vector: its name and its shape, the last dimension running fastest.</summary>
/// <param name="Name">What the common tensor libraries call it.</param>
/// <param name="Shape">Its dimensions.</param>
public sealed record NamedTensor(string Name, IReadOnlyList<int> Shape)
{
    /// <summary>Number of its values.</summary>
    public int Size => Shape.Aggregate(1, (size, dimension) => size * dimension);
}
