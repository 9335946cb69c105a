using Akka.Configuration;

namespace ActorLearning.Cluster;

/// <summary>The settings every node starts from: <c>hocon/reference.hocon</c>, built into the assembly.</summary>
public static class NodeDefaults
{
    private const string Resource = "reference.hocon";

    /// <summary>HOCON text.</summary>
    public static string Hocon { get; } = Read();

    /// <summary>The defaults behind settings that go before them, the first of which wins.</summary>
    /// <param name="texts">HOCON texts.</param>
    /// <exception cref="Scenarios.InputException">A text is no HOCON.</exception>
    public static Config Behind(params IEnumerable<string> texts)
    {
        var config = Config.Empty;
        foreach (var text in texts)
        {
            config = config.WithFallback(Parse(text));
        }

        return config.WithFallback(ConfigurationFactory.ParseString(Hocon));
    }

    private static Config Parse(string text)
    {
        HoconText.Check(text);
        try
        {
            return ConfigurationFactory.ParseString(text);
        }
        catch (Exception e)
        {
            // The parser throws what it pleases.
            throw new Scenarios.InputException("--hocon", $"these settings cannot be read: {e.Message}");
        }
    }

    private static string Read()
    {
        using var stream = typeof(NodeDefaults).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
