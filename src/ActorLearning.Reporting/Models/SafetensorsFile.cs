using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorLearning.Learning.Networks;

namespace ActorLearning.Reporting.Models;

/// <summary>A model as a safetensors file, which Python's library of that name reads.</summary>
/// <remarks>
/// Eight bytes with the header's length, little-endian; the header, JSON from tensor name to type, shape and place in the data,
/// filled up with spaces so that the data begin at a multiple of eight; the data, little-endian floats without gaps.
/// </remarks>
public static class SafetensorsFile
{
    private const int Alignment = 8;

    /// <summary>Writes a model.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="tensors">The tensors that make up the vector, in order.</param>
    /// <param name="parameters">The vector.</param>
    /// <param name="about">Texts that go along, by name.</param>
    public static void Write(
        Stream stream, IReadOnlyList<NamedTensor> tensors, float[] parameters, IReadOnlyDictionary<string, string> about)
    {
        var header = new JsonObject
        {
            ["__metadata__"] = new JsonObject(about.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        };
        var at = 0;
        foreach (var tensor in tensors)
        {
            var end = at + tensor.Size * sizeof(float);
            header[tensor.Name] = new JsonObject
            {
                ["dtype"] = "F32",
                ["shape"] = new JsonArray([.. tensor.Shape.Select(dimension => JsonValue.Create(dimension))]),
                ["data_offsets"] = new JsonArray(at, end),
            };
            at = end;
        }

        if (at != parameters.Length * sizeof(float))
        {
            throw new ArgumentException($"The tensors have {at / sizeof(float)} values, the model {parameters.Length}.");
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(header);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        var padded = (json.Length + Alignment - 1) / Alignment * Alignment;
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)padded);
        stream.Write(length);
        stream.Write(json);
        stream.Write("        "u8[..(padded - json.Length)]);
        stream.Write(MemoryMarshal.AsBytes(parameters.AsSpan()));
    }
}
