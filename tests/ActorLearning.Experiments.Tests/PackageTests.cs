using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ActorLearning.Experiments.Tests;

/// <summary>What <c>dotnet pack</c> makes of this build: a package a library, and the command line as a tool.</summary>
public sealed partial class PackageTests(Packed packed) : IClassFixture<Packed>
{
    private const string Tool = "actorlearning";

    [Fact]
    public void Every_library_and_the_tool_are_packed_with_what_a_reader_needs()
    {
        var packages = Directory.GetFiles(packed.Packages, "*.nupkg").Select(ZipFile.OpenRead).ToList();
        var ids = packages.Select(package => Check(package)).ToList();

        var libraries = Directory.GetFiles(AppContext.BaseDirectory, "ActorLearning.*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => Directory.Exists(Path.Combine(Repository.Root, "src", name)));
        Assert.Equal(libraries.Append(Tool).Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        packages.ForEach(package => package.Dispose());
    }

    [Fact]
    public async Task The_tool_installs_from_its_package_and_runs_a_scenario()
    {
        var (here, tools) = (Folder("elsewhere"), packed.At("tools"));
        await packed.RunAsync(here, "dotnet", "tool", "install", "--tool-path", tools, Tool, "--source", packed.Packages);

        var told = await packed.RunAsync(
            here, Path.Combine(tools, Tool), "run", Path.Combine(Repository.Root, "scenarios", "quickstart.yaml"),
            "--set", "rounds=2", "--set", "model=softmax-regression");

        Assert.Matches("model hash  [0-9a-f]{64}", told);
        Assert.True(File.Exists(Path.Combine(Directory.GetDirectories(Path.Combine(here, "runs")).Single(), "report.html")));
    }

    /// <summary>The first program of docs/library.md, in a project that knows of this repository but its packages.</summary>
    [Fact]
    public async Task The_program_of_the_page_runs_with_the_packages()
    {
        var here = Folder("program");
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "library.md"));
        File.WriteAllText(Path.Combine(here, "Program.cs"), FirstProgram().Match(page).Groups[1].Value);
        File.WriteAllText(Path.Combine(here, "Program.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="ActorLearning.Experiments" Version="{Version()}" /></ItemGroup>
            </Project>
            """);

        // What the packages depend on was unpacked to build them: no network is asked.
        File.WriteAllText(Path.Combine(here, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="made" value="{packed.Packages}" />
                <add key="there" value="{Unpacked}" />
              </packageSources>
            </configuration>
            """);
        await packed.RunAsync(here, "dotnet", "build", "-o", "built", "-v", "q", "-nodeReuse:false");

        var lines = (await packed.RunAsync(here, "dotnet", Path.Combine("built", "Program.dll"))).TrimEnd().Split('\n');

        Assert.Equal(1 + 30 + 1, lines.Length);
        Assert.Matches(@"^30: 0\.[89]\d*$", lines[30].Trim());
        Assert.Matches(@"^0\.[89]\d* [0-9a-f]{64}$", lines[31].Trim());
    }

    private static string Unpacked => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private string Version() => Path.GetFileNameWithoutExtension(Directory.GetFiles(packed.Packages, $"{Tool}.*.nupkg")
        .Single(path => char.IsDigit(Path.GetFileName(path)[Tool.Length + 1])))[(Tool.Length + 1)..];

    private string Folder(string name) => Directory.CreateDirectory(packed.At(name)).FullName;

    private static string Check(ZipArchive package)
    {
        var nuspec = package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal));
        var text = Text(nuspec);
        var data = XDocument.Parse(text).Root!.Elements().Single(item => item.Name.LocalName == "metadata");
        string Of(string name) => data.Elements().SingleOrDefault(item => item.Name.LocalName == name)?.Value ?? "";

        var id = Of("id");
        Assert.True(Of("description").Length > 40, $"{id} has no description");
        Assert.Equal("Apache-2.0", Of("license"));
        Assert.Contains("byzantine", Of("tags"));
        Assert.Equal("README.md", Of("readme"));
        Assert.NotNull(package.GetEntry("README.md"));
        Assert.Equal("", Of("projectUrl"));
        Assert.DoesNotContain(Repository.Root, text);
        Assert.Null(data.Elements().SingleOrDefault(item => item.Name.LocalName == "repository")?.Attribute("url"));
        if (id == Tool)
        {
            var settings = Text(package.Entries.Single(entry => entry.Name == "DotnetToolSettings.xml"));
            Assert.Contains($"Command Name=\"{Tool}\" EntryPoint=\"{Tool}.dll\"", settings);
            Assert.Contains(package.Entries, entry => entry.Name == "ActorLearning.Engine.dll");
        }
        else
        {
            Assert.NotNull(package.GetEntry($"lib/net10.0/{id}.dll"));
            Assert.NotNull(package.GetEntry($"lib/net10.0/{id}.xml"));
        }

        var own = package.Entries.Where(entry => entry.Name.StartsWith("ActorLearning.", StringComparison.OrdinalIgnoreCase)
            && entry.Name.EndsWith(".dll", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(own);
        Assert.All(Packed.Configuration == "Release" ? own : [], entry => Assert.False(
            Bytes(entry).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repository.Root)) >= 0,
            $"{entry.Name} names the machine's folder"));
        return id;
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    [GeneratedRegex("^```csharp\\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex FirstProgram();
}
