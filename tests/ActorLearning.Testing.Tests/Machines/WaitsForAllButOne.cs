using ActorLearning.Protocol;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;

namespace ActorLearning.Testing.Tests.Machines;

/// <summary>Has no patience with the last peer: whose answers count depends on their order.</summary>
internal sealed class WaitsForAllButOne(LearnerSettings settings, LearnerState start) : Tampered(settings, start)
{
    protected override IEnumerable<Input> Inputs(Input input)
    {
        yield return input;
        var state = Learner.Save();
        var pending = state.Slots.Where(slot => slot.State == PullSlotState.Pending).ToList();
        if (input is ModelReceived && state.Phase == LearnerPhase.Pulling && pending.Count == 1)
        {
            yield return new PullTimedOut(pending[0].Peer, new ExchangeKey(state.Round, state.Step));
        }
    }
}
