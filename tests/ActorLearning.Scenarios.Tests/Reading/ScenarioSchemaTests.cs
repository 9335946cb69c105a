using System.Text.Json;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Scenarios.Tests.Reading;

public sealed class ScenarioSchemaTests
{
    [Fact]
    public void The_schema_in_the_repository_is_up_to_date()
    {
        var path = Path.Combine(Small.Repository(), "scenarios", "scenario.schema.json");

        var isSame = File.ReadAllText(path).ReplaceLineEndings("\n") == ScenarioSchema.Write();

        Assert.True(isSame, "scenarios/scenario.schema.json is out of date; regenerate it with `actorlearning list schema`.");
    }

    [Fact]
    public void The_schema_is_JSON_and_knows_every_key()
    {
        using var schema = JsonDocument.Parse(ScenarioSchema.Write());
        var top = schema.RootElement.GetProperty("properties");

        Assert.All(ScenarioKeys.All, key =>
        {
            var section = key.Section.Length == 0 ? top
                : key.Section == "byzantine" ? top.GetProperty("byzantine").GetProperty("oneOf")[0].GetProperty("properties")
                : top.GetProperty(key.Section).GetProperty("properties");
            Assert.Equal(key.Meaning, section.GetProperty(key.Name).GetProperty("description").GetString());
        });
    }
}
