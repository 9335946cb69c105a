namespace ActorLearning.Protocol.Effects;

/// <summary>Make the lie for one victim and give back <see cref="Inputs.Forged"/>.</summary>
/// <param name="Key">The exchange.</param>
/// <param name="Victim">Who asked.</param>
/// <param name="Known">The honest models the attack may look at, by sender.</param>
public sealed record Forge(ExchangeKey Key, LearnerId Victim, IReadOnlyList<Model> Known) : Effect
{
    /// <summary>The victim's own model, where the attack must know it and it was told.</summary>
    public Model? VictimModel { get; init; }
}
