namespace ActorLearning.Protocol.Effects;

/// <summary>Run the local steps from this model and give back <see cref="Inputs.Trained"/>.</summary>
public sealed record Train(Round Round, Model Model) : Effect
{
    /// <summary>The learner's life; goes back with the outcome.</summary>
    public int Life { get; init; }
}
