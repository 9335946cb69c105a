namespace ActorLearning.Protocol;

/// <summary>Names one exchange of models: a round and, within it, a consensus step counted from 0.</summary>
public readonly record struct ExchangeKey(Round Round, int Step)
{
    /// <inheritdoc/>
    public override string ToString() => Step == 0 ? $"{Round}" : $"{Round}.{Step}";
}
