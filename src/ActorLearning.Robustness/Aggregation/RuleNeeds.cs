namespace ActorLearning.Robustness.Aggregation;

/// <summary>What a rule looks at. Only what is asked for is measured.</summary>
[Flags]
public enum RuleNeeds
{
    /// <summary>Nothing but the number of models, like the mean.</summary>
    None = 0,

    /// <summary>The distances between the models.</summary>
    Distances = 1,

    /// <summary>The norms of the models: distances to the origin.</summary>
    Norms = 2,

    /// <summary>The distances to the vector of the rule's state; zero before the first aggregation.</summary>
    StateVector = 4,

    /// <summary>The loss of each model on the learner's own data.</summary>
    Losses = 8,

    /// <summary>The learner's own model in the first place.</summary>
    Own = 16,

    /// <summary>The mixing weights of a graph; equal ones where there is none.</summary>
    MixingWeights = 32,

    /// <summary>The error of the own model on data it was not trained on.</summary>
    HeldBackError = 64,
}
