using System.Reflection;
using System.Xml.Linq;

namespace ActorLearning.Experiments.Tests.Api;

/// <summary>
/// The public API is kept as text in docs/api, so that a change of it is seen. To rewrite it: ACTORLEARNING_GOLDEN=write dotnet
/// test tests/ActorLearning.Experiments.Tests.
/// </summary>
public sealed class ApiTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "api");

    /// <summary>The library projects that are built here; those that need an optional package may be left out.</summary>
    public static TheoryData<string> Libraries =>
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "ActorLearning.*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => Directory.Exists(Path.Combine(Repository.Root, "src", name))).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_API_is_the_one_that_is_kept(string library)
    {
        var path = Path.Combine(Folder, $"{library}.txt");
        var text = ApiText.Of(Assembly.Load(library));
        if (Environment.GetEnvironmentVariable("ACTORLEARNING_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"docs/api/{library}.txt is missing");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void Nothing_is_kept_that_is_no_library()
    {
        var kept = Directory.GetFiles(Folder).Select(file => Path.GetFileNameWithoutExtension(file));

        Assert.All(kept, name => Assert.True(Directory.Exists(Path.Combine(Repository.Root, "src", name)), name));
    }

    /// <summary>CS1591 sees to it that there is a comment; rules and attacks also show how they are written.</summary>
    [Fact]
    public void Rules_mixing_steps_and_attacks_say_more_than_their_names()
    {
        var comments = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "ActorLearning.Robustness.xml"));
        var silent = new List<string>();
        foreach (var type in Assembly.Load("ActorLearning.Robustness").GetExportedTypes())
        {
            var isMeant = type is { IsClass: true, IsAbstract: false }
                && (type.IsAssignableTo(typeof(Robustness.Aggregation.AggregationRule))
                    || type.IsAssignableTo(typeof(Robustness.Aggregation.IMixingStep))
                    || type.IsAssignableTo(typeof(Robustness.Attacks.IAttack)));
            var said = comments.Descendants("member").Single(item => (string?)item.Attribute("name") == $"T:{type.FullName}");
            if (isMeant && said.Element("summary")?.Element("c") is null)
            {
                silent.Add(type.Name);
            }
        }

        Assert.Empty(silent);
    }
}
