using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorLearning.Protocol.Tests.Laws;

/// <summary>A learner as its number, also where it is a key.</summary>
internal sealed class LearnerIdConverter : JsonConverter<LearnerId>
{
    public override LearnerId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, LearnerId value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Number);

    public override LearnerId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(int.Parse(reader.GetString()!, CultureInfo.InvariantCulture));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, LearnerId value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Number.ToString(CultureInfo.InvariantCulture));
}
