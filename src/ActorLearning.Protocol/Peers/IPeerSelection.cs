namespace ActorLearning.Protocol.Peers;

/// <summary>
/// Whom a learner pulls from in an exchange: a function of nothing but its arguments, so that an adversary knows it too.
/// </summary>
public interface IPeerSelection
{
    /// <summary>Distinct peers in ascending order, the learner itself not among them.</summary>
    LearnerId[] Select(LearnerId learner, ExchangeKey key);
}
