using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Mixing;

/// <summary><c>arc</c>: the k = ⌊(2f/m)(m−f)⌋ models of largest norm are clipped to the next norm.</summary>
/// <remarks>Adaptive robust clipping, Allouah et al. 2025. Needs 2f + 1 models.</remarks>
public sealed class AdaptiveClippingMixing : IMixingStep
{
    /// <inheritdoc/>
    public bool NeedsNorms => true;

    /// <inheritdoc/>
    public string? Refusal(int models, int byzantine) => models > 2 * byzantine
        ? null
        : $"arc with {byzantine} assumed Byzantine needs {2 * byzantine + 1} models and gets {models}";

    /// <inheritdoc/>
    public void Mix(Geometry geometry, int byzantine, ref RandomStream random, MixingMatrix mixing)
    {
        var count = geometry.Count;

        // In whole numbers: 2f(m−f)/m may be one, and rounding must not make it less.
        var clipped = (int)(2L * byzantine * (count - byzantine) / count);
        var norms = mixing.Memory.Doubles(count);
        geometry.SquaredNorms.CopyTo(norms);
        norms.Sort();
        ClippingMixing.Clip(geometry, Math.Sqrt(norms[count - clipped - 1]), mixing);
    }
}
