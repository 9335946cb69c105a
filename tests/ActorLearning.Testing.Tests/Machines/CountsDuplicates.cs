using ActorLearning.Protocol;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;

namespace ActorLearning.Testing.Tests.Machines;

/// <summary>Takes a second answer of a peer for the answer of another one that it still waits for.</summary>
internal sealed class CountsDuplicates(LearnerSettings settings, LearnerState start) : Tampered(settings, start)
{
    protected override IEnumerable<Input> Inputs(Input input)
    {
        var slots = Learner.Save().Slots;
        var isDuplicate = input is ModelReceived answer
            && slots.Any(slot => slot.Peer == answer.From && slot.State == PullSlotState.Answered)
            && slots.Any(slot => slot.State == PullSlotState.Pending);
        if (!isDuplicate)
        {
            return [input];
        }

        var again = (ModelReceived)input;
        var free = slots.First(slot => slot.State == PullSlotState.Pending).Peer;
        return [again with { From = free }];
    }
}
