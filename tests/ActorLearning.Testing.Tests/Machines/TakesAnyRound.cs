using ActorLearning.Protocol;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;

namespace ActorLearning.Testing.Tests.Machines;

/// <summary>Accepts an answer of another round.</summary>
internal sealed class TakesAnyRound(LearnerSettings settings, LearnerState start) : Tampered(settings, start)
{
    protected override IEnumerable<Input> Inputs(Input input)
    {
        var state = Learner.Save();
        return input is ModelReceived answer ? [answer with { Key = new ExchangeKey(state.Round, state.Step) }] : [input];
    }
}
