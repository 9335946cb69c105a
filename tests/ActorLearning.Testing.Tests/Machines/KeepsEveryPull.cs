using ActorLearning.Protocol;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;

namespace ActorLearning.Testing.Tests.Machines;

/// <summary>Never lets go of a pull, so that a flood of them fills its memory.</summary>
internal sealed class KeepsEveryPull(LearnerSettings settings, LearnerState start) : Tampered(settings, start)
{
    protected override IEnumerable<Effect> Effects(Input input, IReadOnlyList<Effect> effects)
    {
        if (input is PullRequested)
        {
            var never = new ExchangeKey(new Round(1_000_000), 0);
            Change(state => state with
            {
                Waiting = state.Waiting.Add(new WaitingPull(new LearnerId(1000 + state.Waiting.Length), never)),
            });
        }

        return effects;
    }
}
