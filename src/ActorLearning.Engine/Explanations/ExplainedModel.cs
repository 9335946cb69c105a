namespace ActorLearning.Engine.Explanations;

/// <summary>One model of an aggregation that is explained.</summary>
/// <param name="Peer">Who was asked, or the learner itself.</param>
/// <param name="IsByzantine">Whether that learner is Byzantine.</param>
/// <param name="Outcome">How its model came in.</param>
/// <param name="Distance">Of its model from the own half-step model; null where there is no model or no own one.</param>
/// <param name="Weight">Its share in the result, mean over the coordinates; null where there is no model.</param>
/// <param name="Cut">Part of the coordinates in which it was cut; null where the rule does not cut coordinates.</param>
public sealed record ExplainedModel(
    int Peer, bool IsByzantine, ContributionOutcome Outcome, double? Distance, double? Weight, double? Cut);
