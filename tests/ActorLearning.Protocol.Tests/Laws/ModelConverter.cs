using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorLearning.Protocol.Tests.Laws;

/// <summary>A model as its values and whether they are finite.</summary>
internal sealed class ModelConverter : JsonConverter<Model>
{
    public override Model Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var written = JsonSerializer.Deserialize<Written>(ref reader, options);
        return new Model(written.Values, written.IsFinite);
    }

    public override void Write(Utf8JsonWriter writer, Model value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Written(value.Values, value.IsFinite), options);

    private readonly record struct Written(float[] Values, bool IsFinite);
}
