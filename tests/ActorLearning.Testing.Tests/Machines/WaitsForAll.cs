using ActorLearning.Protocol;
using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Testing.Tests.Machines;

/// <summary>A coordinator that ends no round before everybody has reported.</summary>
internal sealed class WaitsForAll(CoordinatorSettings settings, CoordinatorState start) : IMachine<CoordinatorState>
{
    private readonly RoundCoordinator coordinator = new(settings, start);

    public CoordinatorState Save() => coordinator.Save();

    public void CollectModels(ICollection<Model> models) => coordinator.CollectModels(models);

    public void Handle(Input input, Outbox outbox)
    {
        if (input is not Woke)
        {
            coordinator.Handle(input, outbox);
        }
    }
}
