using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Protocol.Tests.Laws;

/// <summary>The models in an input or an effect.</summary>
internal static class ModelsOf
{
    public static IEnumerable<Model> The(Input input) => input switch
    {
        Trained { Model: { } model } => [model],
        ModelReceived { Model: { } model } => [model],
        Aggregated { Model: { } model } => [model],
        Forged { Model: { } model } => [model],
        _ => [],
    };

    public static IEnumerable<Model> The(Effect effect) => effect switch
    {
        Train { Model: { } model } => [model],
        Reply { Model: { } model } => [model],
        Aggregate aggregate => aggregate.Contributions.Select(item => item.Model),
        Forge forge => forge.VictimModel is { } own ? forge.Known.Append(own) : forge.Known,
        _ => [],
    };
}
