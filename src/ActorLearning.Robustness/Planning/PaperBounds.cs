using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Planning;

/// <summary>The sufficient conditions of RPEL (arXiv 2510.08311), to stand beside the exact planner.</summary>
/// <remarks>
/// Both are null where the lemma promises nothing: without Byzantine learners (nothing to bound), with half of the learners
/// Byzantine or more, and with replacement pulls, which the paper does not have.
/// </remarks>
public static class PaperBounds
{
    /// <summary>Lemma 4.1: so many peers leave an honest majority in every pull with the confidence.</summary>
    /// <remarks>
    /// s ≥ max{1/(1/2 − b/n)², 3/(b/n)} · ln(4T|H|/(1−p)) + 2. A number above n−1 means that the
    /// lemma is empty at this size.
    /// </remarks>
    /// <exception cref="ArgumentException">The setting describes no run, or the confidence is not between 0 and 1.</exception>
    public static double? LogarithmicPeers(PullSetting setting, double confidence)
    {
        setting.Check(confidence);
        if (Silent(setting))
        {
            return null;
        }

        var fraction = (double)setting.Byzantine / setting.Learners;
        var gap = 0.5 - fraction;
        var factor = Math.Max(1 / (gap * gap), 3 / fraction);
        return Math.Ceiling(factor * Elementary.Log(4 * setting.Draws / (1 - confidence)) + 2);
    }

    /// <summary>Lemma A.4: the fewest peers whose largest tolerable bound the lemma vouches for.</summary>
    /// <remarks>
    /// s ≥ min{n−1, D(b̂/s ‖ b/(n−1))⁻¹ · ln(T|H|/(1−p))}, D the Bernoulli divergence, b̂ the planner's and b̂/s above
    /// b/(n−1). At n−1 peers everybody meets all Byzantine learners and no more. The plan's confidence is the exact one.
    /// </remarks>
    /// <exception cref="ArgumentException">The setting describes no run, or the confidence is not between 0 and 1.</exception>
    public static PullPlan? SufficientPlan(PullSetting setting, double confidence)
    {
        setting.Check(confidence);
        if (Silent(setting))
        {
            return null;
        }

        var need = Elementary.Log(setting.Draws / (1 - confidence));
        var mean = (double)setting.Byzantine / setting.Others;
        var peers = 1;
        while (peers < setting.Others && !Vouched(peers))
        {
            peers++;
        }

        var bound = PullPlanner.LargestBound(setting, peers);
        return new PullPlan(peers, bound, PullPlanner.Confidence(setting, peers, bound));

        bool Vouched(int s)
        {
            var share = (double)PullPlanner.LargestBound(setting, s) / s;
            return share > mean && s * Divergence(share, mean) >= need;
        }
    }

    /// <summary>The Bernoulli distributions' Kullback-Leibler divergence, in nats; ∞ where q excludes what p allows.</summary>
    public static double Divergence(double p, double q)
    {
        return Part(p, q) + Part(1 - p, 1 - q);

        static double Part(double p, double q) => p == 0 ? 0 : p * Elementary.Log(p / q);
    }

    private static bool Silent(PullSetting setting) =>
        setting.Byzantine == 0 || 2 * setting.Byzantine >= setting.Learners || setting.Replacement > 0;
}
