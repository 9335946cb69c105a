namespace ActorLearning.Protocol.Byzantine;

/// <summary>A pull under way of a learner with two faces.</summary>
/// <param name="Peer">Who was asked.</param>
/// <param name="Key">The exchange.</param>
/// <param name="ForItself">Whether the learner wants the model for its own aggregation.</param>
/// <param name="ForLies">Whether it wants the model for a lie.</param>
public readonly record struct AskedModel(LearnerId Peer, ExchangeKey Key, bool ForItself, bool ForLies);
