using ActorLearning.Protocol;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;

namespace ActorLearning.Testing.Tests.Machines;

/// <summary>Forgets a pull that comes before its model is made.</summary>
internal sealed class ForgetsWaitingPulls(LearnerSettings settings, LearnerState start) : Tampered(settings, start)
{
    protected override IEnumerable<Effect> Effects(Input input, IReadOnlyList<Effect> effects)
    {
        if (input is PullRequested && effects.Count == 0)
        {
            Change(state => state with { Waiting = [] });
        }

        return effects;
    }
}
