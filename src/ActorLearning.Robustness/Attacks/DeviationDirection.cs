namespace ActorLearning.Robustness.Attacks;

/// <summary>In which direction <c>min-max</c> leaves the honest mean.</summary>
public enum DeviationDirection
{
    /// <summary>−σ, minus the standard deviation of each coordinate.</summary>
    Deviation,

    /// <summary>−μ/‖μ‖, straight against the mean.</summary>
    Unit,

    /// <summary>−sign(μ).</summary>
    Sign,
}
