namespace ActorLearning.Engine.Explanations;

/// <summary>How a model came into an aggregation, or why it did not.</summary>
public enum ContributionOutcome
{
    /// <summary>The learner's own half-step model.</summary>
    Own,

    /// <summary>The peer answered in time with a usable model.</summary>
    Answered,

    /// <summary>The peer did not answer, or with a broken model; the own model fills its slot.</summary>
    Filled,

    /// <summary>The peer did not answer, or with a broken model; its slot is empty.</summary>
    Missing,

    /// <summary>The peer did not answer, or with a broken model; another one was asked in its place.</summary>
    Replaced,
}
