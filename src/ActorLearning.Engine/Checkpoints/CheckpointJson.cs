using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ActorLearning.Protocol;

namespace ActorLearning.Engine.Checkpoints;

/// <summary>The state of a run as JSON, its vectors as numbers of places in a table.</summary>
/// <remarks>
/// Every property of a state record is written without being named here, so that what a machine learns to remember tomorrow is
/// in tomorrow's checkpoints. Doubles are written so that they come back to the bit.
/// </remarks>
internal static class CheckpointJson
{
    /// <summary>Writes a state; its vectors are added to the table.</summary>
    public static byte[] Write(CheckpointState state, VectorTable vectors) =>
        JsonSerializer.SerializeToUtf8Bytes(state, Options(vectors));

    /// <summary>Reads a state whose vectors are in the table.</summary>
    public static CheckpointState Read(ReadOnlySpan<byte> json, VectorTable vectors) =>
        JsonSerializer.Deserialize<CheckpointState>(json, Options(vectors)) ?? throw new JsonException("there is no state");

    private static JsonSerializerOptions Options(VectorTable vectors) => new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
        Converters =
        {
            new NumberConverter<LearnerId>(id => id.Number, number => new LearnerId((int)number)),
            new NumberConverter<Round>(round => round.Number, number => new Round((int)number)),
            new NumberConverter<TimeSpan>(time => time.Ticks, TimeSpan.FromTicks),
            new NumberConverter<Model>(model => vectors.Add(model), number => vectors.ModelAt((int)number)),
            new NumberConverter<float[]>(
                vector => vectors.Add(vector, VectorKind.Plain), number => vectors.VectorAt((int)number)),
        },
    };

    /// <summary>An input or effect of an unknown kind carries the name of its kind.</summary>
    private static void NameKinds(JsonTypeInfo info)
    {
        if (info.Type != typeof(Input) && info.Type != typeof(Effect))
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions();
        foreach (var kind in info.Type.Assembly.GetTypes().Where(kind => kind.IsSubclassOf(info.Type)))
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
        }
    }

    /// <summary>Something that is told by one whole number.</summary>
    private sealed class NumberConverter<T>(Func<T, long> write, Func<long, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            read(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(write(value));
    }
}
