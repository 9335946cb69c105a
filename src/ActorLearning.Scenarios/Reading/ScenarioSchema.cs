using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Reading;

/// <summary>The JSON schema of scenarios, for editors: made from the same table the reader uses.</summary>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Format =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The part of the catalogue whose names a key holds.</summary>
    internal static readonly IReadOnlyDictionary<string, string> CataloguePart = new Dictionary<string, string>
    {
        ["byzantine.attack"] = "attacks",
        ["data.set"] = "data",
        ["data.split"] = "splits",
        ["model"] = "models",
        ["exchange.peers"] = "peers",
        ["exchange.ticks"] = "ticks",
        ["faults"] = "faults",
    };

    /// <summary>The schema as text.</summary>
    public static string Write() => Object("", isRoot: true).ToJsonString(Format) + "\n";

    private static JsonObject Object(string section, bool isRoot)
    {
        var properties = new JsonObject();
        foreach (var key in ScenarioKeys.All.Where(key => key.Section == section))
        {
            properties[key.Name] = Property(key);
        }

        foreach (var name in isRoot ? ScenarioKeys.Sections : [])
        {
            var content = Object(name, isRoot: false);
            properties[name] = name == "byzantine"
                ? new JsonObject { ["oneOf"] =
                new JsonArray(content, new JsonObject { ["type"] = "array", ["items"] = content.DeepClone() }) }
                : content;
        }

        var schema = new JsonObject();
        if (isRoot)
        {
            schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
            schema["title"] = "ActorLearning scenario";
        }

        schema["type"] = "object";
        schema["additionalProperties"] = false;
        schema["properties"] = properties;
        var required = ScenarioKeys.All.Where(key => key.Section == section && key.Default is null).Select(key => key.Name)
            .ToList();
        if (required.Count > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        }

        return schema;
    }

    private static JsonObject Property(ScenarioKey key)
    {
        var property = new JsonObject { ["description"] = key.Meaning };
        if (!string.IsNullOrEmpty(key.Default))
        {
            property["default"] = Default(key);
        }

        switch (key.Kind)
        {
            case KeyKind.Whole:
                Range(property, "integer", key);
                break;
            case KeyKind.Number:
                Range(property, "number", key);
                break;
            case KeyKind.Schedule:
                property["type"] = new JsonArray("number", "object");
                break;
            case KeyKind.CallSchedule:
                property["type"] = new JsonArray("string", "object");
                break;
            case KeyKind.Word:
                property["enum"] = new JsonArray([.. key.Words.Select(word => JsonValue.Create(word))]);
                break;
            case KeyKind.WholeOrWord:
                property["type"] = new JsonArray("integer", "string");
                break;
            case KeyKind.WholeOrDuration:
                property["type"] = new JsonArray("integer", "string");
                break;
            case KeyKind.NumberOrWord:
                property["type"] = new JsonArray("number", "string");
                break;
            case KeyKind.WordOrList:
                property["type"] = new JsonArray("string", "array");
                break;
            case KeyKind.List:
                property["type"] = new JsonArray("array", "string");
                property["items"] = new JsonObject { ["type"] = "string" };
                break;
            case KeyKind.Call when key.Path == "exchange.assumedByzantine":
                property["type"] = new JsonArray("integer", "string");
                break;
            default:
                property["type"] = "string";
                break;
        }

        if (CataloguePart.TryGetValue(key.Path, out var part))
        {
            property["examples"] = new JsonArray([.. Known.Parts[part].Select(entry => JsonValue.Create(entry.Signature))]);
        }

        return property;
    }

    private static JsonNode? Default(ScenarioKey key) => key.Kind switch
    {
        KeyKind.Whole or KeyKind.WholeOrDuration or KeyKind.Number or KeyKind.Schedule =>
            double.Parse(key.Default!, CultureInfo.InvariantCulture),
        KeyKind.List => new JsonArray(),
        _ => key.Default,
    };

    private static void Range(JsonObject property, string type, ScenarioKey key)
    {
        property["type"] = type;
        if (double.IsFinite(key.Least))
        {
            property["minimum"] = key.Least;
        }

        if (double.IsFinite(key.Most))
        {
            property["maximum"] = key.Most;
        }
    }
}
