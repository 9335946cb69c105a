using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Planning;

/// <summary>The exact pull planner: no simulation and no bound, the probability itself.</summary>
/// <remarks>
/// An honest learner that pulls s of n−1 peers meets Hypergeometric(n−1, b, s) Byzantine ones (with r replacement pulls
/// Hypergeometric(n−1, b, s+r)), independently for every honest learner and round, so that a whole run keeps within b̂ with
/// probability P(HG ≤ b̂)^((n−b)·T). Event (2) of RPEL, arXiv 2510.08311. Every method throws <see cref="ArgumentException"/> for
/// numbers that describe no run.
/// </remarks>
public static class PullPlanner
{
    /// <summary>Probability that no honest learner meets more than the assumed Byzantine peers in any round.</summary>
    public static double Confidence(PullSetting setting, int peers, int assumedByzantine)
    {
        setting.Check(peers);
        if (assumedByzantine < 0)
        {
            throw new ArgumentException($"The assumed Byzantine peers cannot be fewer than 0; got {assumedByzantine}.");
        }

        return Exact(setting, peers, assumedByzantine);
    }

    /// <summary>The fewest peers that reach the confidence with an honest majority; null where no number of peers does.</summary>
    /// <remarks>
    /// The plan assumes as many Byzantine peers as a rule can withstand, <see cref="LargestBound"/>. The confidence is not
    /// monotone in the peers (n = 100, b = 10, T = 200: 12 peers .9056, 13 peers .8119, because both leave room for 6 liars):
    /// one peer more than the plan says may be worse.
    /// </remarks>
    public static PullPlan? SmallestPeers(PullSetting setting, double confidence)
    {
        setting.Check(confidence);
        for (var peers = 1; peers <= setting.Others; peers++)
        {
            var plan = Plan(setting, peers, LargestBound(setting, peers));
            if (plan.Confidence >= confidence)
            {
                return plan;
            }
        }

        return null;
    }

    /// <summary>The fewest assumed Byzantine peers, below half of the models, that reach the confidence, or null.</summary>
    public static int? SmallestBound(PullSetting setting, int peers, double confidence)
    {
        setting.Check(peers);
        setting.Check(confidence);
        for (var bound = 0; bound <= LargestBound(setting, peers); bound++)
        {
            if (Exact(setting, peers, bound) >= confidence)
            {
                return bound;
            }
        }

        return null;
    }

    /// <summary>A plan for every number of assumed Byzantine peers from 0 to the most a learner can pull.</summary>
    public static IReadOnlyList<PullPlan> EveryBound(PullSetting setting, int peers)
    {
        setting.Check(peers);
        return [.. Enumerable.Range(0, Math.Min(peers, setting.Byzantine) + 1).Select(bound => Plan(setting, peers, bound))];
    }

    /// <summary>The largest integer below (peers + 1)/2, and no more than there are Byzantine learners.</summary>
    public static int LargestBound(PullSetting setting, int peers)
    {
        setting.Check(peers);
        return Math.Min(peers / 2, setting.Byzantine);
    }

    private static PullPlan Plan(PullSetting setting, int peers, int bound) =>
        new(peers, bound, Exact(setting, peers, bound));

    private static double Exact(PullSetting setting, int peers, int bound)
    {
        var drawn = setting.Met(peers);

        // An honest learner has all b Byzantine ones among its n−1 others.
        return bound >= Math.Min(setting.Byzantine, drawn)
            ? 1
            : Elementary.Exp(setting.Draws * Hypergeometric.LogAtMost(setting.Others, setting.Byzantine, drawn, bound));
    }
}
