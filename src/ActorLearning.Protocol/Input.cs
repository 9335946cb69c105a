namespace ActorLearning.Protocol;

/// <summary>Something that happens to a machine.</summary>
public abstract record Input;
