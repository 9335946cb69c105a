namespace ActorLearning.Protocol;

/// <summary>Collects the effects of inputs, in order.</summary>
public sealed class Outbox
{
    private readonly List<Effect> effects = [];

    /// <summary>The effects so far.</summary>
    public IReadOnlyList<Effect> Effects => effects;

    /// <summary>Adds an effect.</summary>
    public void Add(Effect effect) => effects.Add(effect);

    /// <summary>Forgets all effects.</summary>
    public void Clear() => effects.Clear();
}
