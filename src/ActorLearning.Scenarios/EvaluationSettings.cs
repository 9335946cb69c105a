namespace ActorLearning.Scenarios;

/// <summary>When and on what models are evaluated; the last round always is.</summary>
/// <param name="Every">Rounds between evaluations, beginning with round 0; 0 for the last round only.</param>
/// <param name="Learners">How many honest learners, a named sample; null for all.</param>
/// <param name="Images">How many test examples, a named sample; null for all.</param>
/// <param name="AfterTraining">Whether half-step models are evaluated too, before the exchange.</param>
public sealed record EvaluationSettings(int Every, int? Learners, int? Images, bool AfterTraining)
{
    /// <summary>Whether a round is evaluated.</summary>
    public bool IsDue(int round, int rounds) => round == rounds || (Every > 0 && round % Every == 0);
}
