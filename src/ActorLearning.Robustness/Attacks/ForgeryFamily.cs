namespace ActorLearning.Robustness.Attacks;

/// <summary>A line of lies, from the honest mean on, with one factor to choose.</summary>
public enum ForgeryFamily
{
    /// <summary>μ + factor · σ.</summary>
    LittleIsEnoughAbove,

    /// <summary>μ − factor · σ.</summary>
    LittleIsEnoughBelow,

    /// <summary>−factor · μ.</summary>
    FallOfEmpires,
}
