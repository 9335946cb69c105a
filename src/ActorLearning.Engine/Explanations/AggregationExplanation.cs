namespace ActorLearning.Engine.Explanations;

/// <summary>One aggregation of one learner, told in full.</summary>
/// <param name="Learner">Who aggregated.</param>
/// <param name="Round">In which round.</param>
/// <param name="Step">In which exchange of that round, from 0.</param>
/// <param name="Pipeline">The pipeline as written.</param>
/// <param name="AssumedByzantine">How many models it took for Byzantine at most, b̂.</param>
/// <param name="Models">The own model first where there is one, then everyone that was asked, by number.</param>
/// <param name="Before">Of the own half-step model; null for a learner that joins.</param>
/// <param name="After">Of the result; null where the rule refused what it was given.</param>
public sealed record AggregationExplanation(
    int Learner, int Round, int Step, string Pipeline, int AssumedByzantine, IReadOnlyList<ExplainedModel> Models,
    ExplainedLoss? Before, ExplainedLoss? After);
