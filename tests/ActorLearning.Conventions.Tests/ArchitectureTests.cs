using System.Text.RegularExpressions;

namespace ActorLearning.Conventions.Tests;

public sealed partial class ArchitectureTests
{
    /// <summary>Which project may refer to which: references point one way.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Numerics"] = [],
        ["Learning"] = ["Numerics"],
        ["Robustness"] = ["Numerics"],
        ["Protocol"] = ["Numerics"],
        ["Scenarios"] = ["Learning", "Robustness", "Protocol"],
        ["Engine"] = ["Scenarios"],
        ["Reporting"] = ["Engine"],
        ["Cluster"] = ["Engine"],
        ["TorchSharp"] = ["Learning"],
        ["Testing"] = ["Engine"],
        ["Experiments"] = ["Reporting"],
        ["Cli"] = ["Reporting", "Testing", "Cluster", "TorchSharp"],
    };

    private static readonly string[] SansIo = ["Numerics", "Robustness", "Protocol"];

    [Fact]
    public void References_point_one_way()
    {
        foreach (var project in Repository.Files("*.csproj", "src"))
        {
            var name = Short(project);
            var referred = Reference().Matches(File.ReadAllText(project)).Select(match => match.Groups[1].Value);
            Assert.True(Allowed.ContainsKey(name), $"{name} is not in the table of allowed references");
            Assert.All(referred, other => Assert.Contains(other, Allowed[name]));
        }
    }

    [Fact]
    public void The_arrows_of_the_page_are_those_of_the_projects()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/architecture.md"));
        var told = Row().Matches(page).ToDictionary(
            row => row.Groups["name"].Value,
            row => row.Groups["others"].Value.Split(", ").Where(other => other != "nothing").Order());

        var projects = Repository.Files("*.csproj", "src").ToList();

        Assert.Equal(projects.Select(Short).Order(), told.Keys.Order());
        Assert.All(projects, project => Assert.Equal(
            Reference().Matches(File.ReadAllText(project)).Select(match => match.Groups[1].Value).Order(), told[Short(project)]));
    }

    [Fact]
    public void Projects_without_io_have_the_banned_symbols_on()
    {
        foreach (var name in SansIo)
        {
            var text = File.ReadAllText(Path.Combine(Repository.Root, $"src/ActorLearning.{name}/ActorLearning.{name}.csproj"));
            Assert.Contains("<SansIO>true</SansIO>", text);
        }
    }

    [Fact]
    public void Packages_are_named_only_where_they_belong()
    {
        var allowed = new Dictionary<string, string[]>
        {
            ["Scenarios"] = ["YamlDotNet"],
            ["Cli"] = ["System.CommandLine", "Spectre.Console"],
        };
        foreach (var project in Repository.Files("*.csproj", "src").Where(file => Short(file) is not ("Cluster" or "TorchSharp")))
        {
            var packages = Package().Matches(File.ReadAllText(project)).Select(match => match.Groups[1].Value);
            Assert.All(packages, package => Assert.Contains(package, allowed.GetValueOrDefault(Short(project), [])));
        }
    }

    [Fact]
    public void Versions_stand_in_one_file()
    {
        Assert.All(Repository.Files("*.csproj"), file => Assert.DoesNotContain("Version=", File.ReadAllText(file)));
    }

    [Fact]
    public void Akka_and_TorchSharp_stay_in_their_projects()
    {
        foreach (var file in Repository.Files("*.cs", "src"))
        {
            var text = File.ReadAllText(file);
            var path = Repository.Relative(file);
            Assert.True(path.Contains("ActorLearning.Cluster/") || !text.Contains("using Akka"), $"{path} uses Akka");
            Assert.True(path.Contains("ActorLearning.TorchSharp/") || !text.Contains("using TorchSharp"),
                $"{path} uses TorchSharp");
        }
    }

    [Fact]
    public void Which_package_brings_libtorch_stands_in_one_file_and_a_property_overrides_it()
    {
        const string choice = "Directory.Build.props";

        var named = new[] { "*.csproj", "*.props", "*.targets", "*.proj" }.SelectMany(kind => Repository.Files(kind))
            .Where(file => File.ReadAllText(file).Contains("TorchSharp-", StringComparison.Ordinal)).Select(Repository.Relative);

        Assert.Equal([choice], named);
        Assert.Contains(
            "<TorchPackage Condition=\"'$(TorchPackage)' == ''\">", File.ReadAllText(Path.Combine(Repository.Root, choice)));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "ActorLearning.sln")).Replace('\\', '/');

        Assert.All(
            Repository.Files("*.csproj").Select(Repository.Relative).Where(path => !path.StartsWith("eng/")),
            path => Assert.Contains(path, solution));
    }

    private static string Short(string project) => Path.GetFileNameWithoutExtension(project).Replace("ActorLearning.", "");

    [GeneratedRegex("<ProjectReference Include=\"[^\"]*ActorLearning\\.([A-Za-z]+)\\.csproj\"")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\| `ActorLearning\.(?<name>\w+)` \| (?<others>[\w, ]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("<PackageReference Include=\"([^\"]+)\"")]
    private static partial Regex Package();
}
