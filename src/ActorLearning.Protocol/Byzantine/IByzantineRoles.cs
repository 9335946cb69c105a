namespace ActorLearning.Protocol.Byzantine;

/// <summary>Who is Byzantine in which round: what all accomplices have agreed on.</summary>
/// <remarks>A pure function, shared by all threads.</remarks>
public interface IByzantineRoles
{
    /// <summary>Whether a learner is Byzantine in a round.</summary>
    bool IsByzantine(LearnerId learner, Round round);

    /// <summary>Whether it answers pulls of a round with lies. A Byzantine learner that only poisons its data does not.</summary>
    bool Lies(LearnerId learner, Round round);

    /// <summary>Whether it trains and publishes models of its own, in whichever rounds it lies beside that.</summary>
    bool TakesPart(LearnerId learner);

    /// <summary>What the lies of a learner must know in a round.</summary>
    Reconnaissance ReconnaissanceOf(LearnerId learner, Round round);
}
