using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Planning;

/// <summary>RPEL's Algorithm 2: choose the peers by simulating what every honest learner meets.</summary>
/// <remarks>
/// arXiv 2510.08311, Section 6.1 and Appendix B: for each s of a grid draw Hypergeometric(n−1, b, s) for every honest learner and
/// round, m times over, take the largest as b̂(s), and choose the smallest s with b̂(s)/(s+1) below one half. Only the largest of
/// the (n−b)·T draws of a repetition matters, and its distribution function is the power F^((n−b)·T), which
/// <see cref="PullPlanner.Confidence"/> knows exactly. So a repetition is one draw of the maximum by inverse transform: the same
/// distribution as the loop over all draws, in microseconds. A stream a repetition and s, so a longer grid moves no draw.
/// </remarks>
public static class PullSimulation
{
    /// <summary>The grid's smallest number of peers that kept an honest majority, or null if none did.</summary>
    /// <param name="setting">The run.</param>
    /// <param name="grid">Numbers of peers, in any order.</param>
    /// <param name="repetitions">Simulated runs for each, 1 or more.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <exception cref="ArgumentException">The numbers describe no run.</exception>
    public static SimulatedPull? SmallestPeers(PullSetting setting, IEnumerable<int> grid, int repetitions, ulong seed) =>
        grid.Order().Select(peers => Run(setting, peers, repetitions, seed)).FirstOrDefault(run => run.EffectiveFraction < 0.5);

    /// <summary>Simulates whole runs with one number of peers.</summary>
    /// <exception cref="ArgumentException">The numbers describe no run.</exception>
    public static SimulatedPull Run(PullSetting setting, int peers, int repetitions, ulong seed)
    {
        setting.Check(peers);
        if (repetitions < 1)
        {
            throw new ArgumentException($"A simulation repeats 1 run or more; got {repetitions}.");
        }

        var largest = new int[repetitions];
        for (var i = 0; i < repetitions; i++)
        {
            var stream = new RandomStream(seed, StreamPurpose.Simulation, round: i, detail: peers);
            largest[i] = LargestMet(setting, peers, stream.NextDouble());
        }

        return new SimulatedPull(peers, largest);
    }

    /// <summary>The smallest k with P(maximum ≤ k) above <paramref name="uniform"/>, by bisection.</summary>
    private static int LargestMet(PullSetting setting, int peers, double uniform)
    {
        var (low, high) = (0, Math.Min(setting.Met(peers), setting.Byzantine));
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = PullPlanner.Confidence(setting, peers, middle) > uniform ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
