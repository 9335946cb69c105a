using ActorLearning.Numerics;

namespace ActorLearning.Scenarios.Faults;


/// <summary>Log-normal: median · exp(σZ) with Z standard normal; at most 1e6 s.</summary>
/// <param name="Median">The median.</param>
/// <param name="Sigma">σ, the standard deviation of the logarithm.</param>
public sealed record LogNormalDelay(TimeSpan Median, double Sigma) : DelayDistribution
{
    /// <inheritdoc/>
    public override TimeSpan Draw(ref RandomStream random)
    {
        var seconds = Median.TotalSeconds * Elementary.Exp(Sigma * random.NextNormal());
        return seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;
    }
}
