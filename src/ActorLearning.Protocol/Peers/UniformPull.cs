using ActorLearning.Numerics;

namespace ActorLearning.Protocol.Peers;

/// <summary><c>pull(s)</c>: s distinct peers, uniform over the other n − 1 learners, drawn anew in every exchange.</summary>
/// <remarks>RPEL, Algorithm 1.</remarks>
/// <param name="seed">The run's seed.</param>
/// <param name="learners">Number of learners n.</param>
/// <param name="peers">Number of peers s, at most n − 1.</param>
public sealed class UniformPull(ulong seed, int learners, int peers) : IPeerSelection
{
    /// <inheritdoc/>
    public LearnerId[] Select(LearnerId learner, ExchangeKey key)
    {
        var random = new RandomStream(seed, StreamPurpose.Pulls, learner.Number, key.Round.Number, key.Step);
        Span<int> chosen = peers <= 256 ? stackalloc int[peers] : new int[peers];
        random.NextDistinct(learners - 1, chosen);
        chosen.Sort();
        var selected = new LearnerId[peers];
        for (var i = 0; i < peers; i++)
        {
            // Numbers from the learner's own on move up by one, which leaves the learner itself out.
            selected[i] = new LearnerId(chosen[i] < learner.Number ? chosen[i] : chosen[i] + 1);
        }

        return selected;
    }
}
