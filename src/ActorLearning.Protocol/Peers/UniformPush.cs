namespace ActorLearning.Protocol.Peers;

/// <summary>
/// <c>push(s)</c>: epidemic push, where the sender chooses. A learner gets the models of all whose choice fell on it.
/// </summary>
/// <remarks>
/// Everybody sends to s others, uniform and drawn anew in every exchange as <see cref="UniformPull"/> draws; those who flood
/// send to everybody. So nothing bounds how many Byzantine models reach a learner, which is why RPEL pulls. A receiver
/// fetches what was announced to it, so that messages, deadlines and attacks are the same as with pulls.
/// </remarks>
/// <param name="seed">The run's seed.</param>
/// <param name="learners">Number of learners n.</param>
/// <param name="peers">Number of receivers s of an honest learner.</param>
/// <param name="flooding">Whether a learner sends to everybody in a round.</param>
public sealed class UniformPush(ulong seed, int learners, int peers, Func<LearnerId, Round, bool> flooding)
    : IPeerSelection
{
    private readonly UniformPull receivers = new(seed, learners, peers);

    /// <inheritdoc/>
    public LearnerId[] Select(LearnerId learner, ExchangeKey key)
    {
        var senders = new List<LearnerId>();
        for (var number = 0; number < learners; number++)
        {
            var sender = new LearnerId(number);
            if (sender != learner
                && (flooding(sender, key.Round) || receivers.Select(sender, key).AsSpan().BinarySearch(learner) >= 0))
            {
                senders.Add(sender);
            }
        }

        return [.. senders];
    }
}
