namespace ActorLearning.Robustness.Aggregation;

/// <summary>Questions about needs.</summary>
internal static class RuleNeedsQuestions
{
    /// <summary>Whether a need is among them. Unlike <see cref="Enum.HasFlag"/> it never allocates, not even
    /// unoptimised.</summary>
    public static bool Has(this RuleNeeds needs, RuleNeeds need) => (needs & need) != 0;
}
