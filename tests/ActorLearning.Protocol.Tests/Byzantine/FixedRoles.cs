using ActorLearning.Protocol.Byzantine;

namespace ActorLearning.Protocol.Tests.Byzantine;

/// <summary>Accomplices that are what they are from the first round to the last.</summary>
/// <param name="accomplices">Who they are.</param>
/// <param name="reconnaissance">What they know.</param>
/// <param name="changes">Rounds from which they know something else, ascending.</param>
internal sealed class FixedRoles(
    LearnerId[] accomplices, Reconnaissance reconnaissance, params (Round From, Reconnaissance What)[] changes) : IByzantineRoles
{
    public bool IsByzantine(LearnerId learner, Round round) => accomplices.Contains(learner);

    public bool Lies(LearnerId learner, Round round) => IsByzantine(learner, round);

    public bool TakesPart(LearnerId learner) => !accomplices.Contains(learner);

    public Reconnaissance ReconnaissanceOf(LearnerId learner, Round round) =>
        changes.LastOrDefault(change => change.From <= round) is { What: { } what } ? what : reconnaissance;
}
