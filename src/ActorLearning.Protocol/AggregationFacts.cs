namespace ActorLearning.Protocol;

/// <summary>What an aggregation tells about itself.</summary>
/// <param name="ByzantineMet">Byzantine peers among those pulled; known to the engine, never to the learner.</param>
public sealed record AggregationFacts(int ByzantineMet);
