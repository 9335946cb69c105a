using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Attacks;

/// <summary>What an attacker knows when it forges.</summary>
public readonly ref struct AttackView
{
    /// <summary>Honest models in order of sender, as its knowledge allows; never empty unless it asked for nothing.</summary>
    /// <remarks>Of a victim that pulled no honest model: the victim's own half-step model.</remarks>
    public required ReadOnlySpan<float[]> Honest { get; init; }

    /// <summary>Number of learners, Byzantine ones included.</summary>
    public required int Learners { get; init; }

    /// <summary>Number of Byzantine learners.</summary>
    public required int Byzantine { get; init; }

    /// <summary>A stream of its own for this victim and exchange.</summary>
    public required RandomStream Random { get; init; }
}
