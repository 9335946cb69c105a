using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorLearning.Protocol.Tests.Laws;

/// <summary>States, inputs and effects as text: equal texts mean equal by value, models included.</summary>
internal static class MachineText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IgnoreReadOnlyProperties = true, // Round.Next and Round.Previous have no end.
        Converters = { new ModelConverter(), new LearnerIdConverter() },
    };

    public static string Of<T>(T state) => JsonSerializer.Serialize(state, Options);

    public static T Parse<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    public static string Of(Input input) => Named(input);

    public static string Of(IReadOnlyList<Effect> effects) => string.Join('\n', effects.Select(Named));

    private static string Named(object item) =>
        $"{item.GetType().Name} {JsonSerializer.Serialize(item, item.GetType(), Options)}";
}
