namespace ActorLearning.Learning.Networks;

/// <summary>The shape of one example: channels × height × width. A plain vector of n features is n × 1 × 1.</summary>
public readonly record struct Shape(int Channels, int Height, int Width)
{
    /// <summary>Number of values.</summary>
    public int Size => Channels * Height * Width;

    /// <inheritdoc/>
    public override string ToString() => Height == 1 && Width == 1 ? $"{Channels}" : $"{Channels}×{Height}×{Width}";
}
