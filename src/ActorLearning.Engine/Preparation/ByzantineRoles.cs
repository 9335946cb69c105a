using ActorLearning.Protocol;
using ActorLearning.Protocol.Byzantine;
using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Engine.Preparation;

/// <summary>What a scenario says of who lies in which round and what it must know for that.</summary>
internal sealed class ByzantineRoles(Population population, bool hasGraph) : IByzantineRoles
{
    /// <inheritdoc/>
    public bool IsByzantine(LearnerId learner, Round round) => population.At(round).GroupOf(learner) is not null;

    /// <inheritdoc/>
    public bool Lies(LearnerId learner, Round round) => population.Lies(learner, round);

    /// <inheritdoc/>
    public bool TakesPart(LearnerId learner) => population.TakesPart(learner);

    /// <inheritdoc/>
    public Reconnaissance ReconnaissanceOf(LearnerId learner, Round round)
    {
        var members = population.At(round);
        return members.GroupOf(learner) is { } group ? WhatItSees(group.Attacks.At(round.Number), members) : Reconnaissance.None;
    }

    private Reconnaissance WhatItSees(IAttack attack, Membership members) => new()
    {
        SeesPulls = attack.Knowledge.HasFlag(AdversaryKnowledge.VictimPulls),
        SeesAll = attack.Knowledge.HasFlag(AdversaryKnowledge.AllHonest)
            || (hasGraph && attack.Knowledge.HasFlag(AdversaryKnowledge.HonestGraph)),
        SeesVictim = attack.Knowledge.HasFlag(AdversaryKnowledge.VictimModel),
        Target = attack.Knowledge.HasFlag(AdversaryKnowledge.Target) ? new LearnerId(members.Honest[attack.Target]) : null,
    };
}
