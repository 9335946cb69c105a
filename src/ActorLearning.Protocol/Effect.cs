namespace ActorLearning.Protocol;

/// <summary>Something a machine wants done.</summary>
public abstract record Effect;
