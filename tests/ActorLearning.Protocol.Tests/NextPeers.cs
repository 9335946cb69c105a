using ActorLearning.Protocol.Peers;

namespace ActorLearning.Protocol.Tests;

/// <summary>Everybody pulls from the next few learners after itself, in every exchange: a test sees at a glance whom.</summary>
internal sealed class NextPeers(int learners, int peers) : IPeerSelection
{
    public LearnerId[] Select(LearnerId learner, ExchangeKey key) =>
        [.. Enumerable.Range(1, peers).Select(ahead => new LearnerId((learner.Number + ahead) % learners)).Order()];
}
