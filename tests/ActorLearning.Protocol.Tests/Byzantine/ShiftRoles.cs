using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Peers;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Byzantine;

/// <summary>Learners 4 and 5 lie in rounds 2, 3, 6, 7, …; nobody lies in the others.</summary>
internal sealed class ShiftRoles(Reconnaissance reconnaissance) : IByzantineRoles
{
    public bool IsByzantine(LearnerId learner, Round round) => learner.Number is 4 or 5 && (round.Number & 2) != 0;

    public bool Lies(LearnerId learner, Round round) => IsByzantine(learner, round);

    public bool TakesPart(LearnerId learner) => true;

    public Reconnaissance ReconnaissanceOf(LearnerId learner, Round round) =>
        Lies(learner, round) ? reconnaissance : Reconnaissance.None;

    /// <summary>What the liar in such a learner knows from the start.</summary>
    public ByzantineSettings Settings(IPeerSelection peers, int learners, int steps) => new()
    {
        Learners = learners,
        Steps = steps,
        Parameters = Make.Parameters,
        Peers = peers,
        Roles = this,
        PullDeadline = Deadline,
    };
}
