using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Mixing;

/// <summary><c>clipping(radius)</c>: xⱼ · min(1, radius/‖xⱼ‖), for each model.</summary>
/// <remarks>Known from gradient clipping. A model too large to measure becomes the origin.</remarks>
public sealed class ClippingMixing(double radius) : IMixingStep
{
    /// <inheritdoc/>
    public bool NeedsNorms => true;

    /// <inheritdoc/>
    public string? Refusal(int models, int byzantine) => null;

    /// <inheritdoc/>
    public void Mix(Geometry geometry, int byzantine, ref RandomStream random, MixingMatrix mixing) =>
        Clip(geometry, radius, mixing);

    /// <summary>Fills the diagonal.</summary>
    internal static void Clip(Geometry geometry, double radius, MixingMatrix mixing)
    {
        mixing.Reset(geometry.Count, geometry.Count);
        var norms = geometry.SquaredNorms;
        for (var j = 0; j < norms.Length; j++)
        {
            var norm = Math.Sqrt(norms[j]);
            mixing.Row(j)[j] = double.IsInfinity(norm) ? 0 : norm <= radius ? 1 : radius / norm;
        }
    }
}
