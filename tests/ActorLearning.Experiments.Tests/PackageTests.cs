using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace ActorLearning.Experiments.Tests;

/// <summary>What <c>dotnet pack</c> makes of this build: a package a library, and the command line as a tool.</summary>
public sealed class PackageTests : IDisposable
{
    private const string Tool = "actorlearning";

    private static readonly string Configuration =
        AppContext.BaseDirectory.Split(Path.DirectorySeparatorChar).Contains("Release") ? "Release" : "Debug";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("actorlearning-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Every_library_and_the_tool_are_packed_with_what_a_reader_needs()
    {
        await PackAsync();

        var packages = folder.GetFiles("*.nupkg").Select(file => ZipFile.OpenRead(file.FullName)).ToList();
        var ids = packages.Select(package => Check(package)).ToList();

        var libraries = Directory.GetFiles(AppContext.BaseDirectory, "ActorLearning.*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => Directory.Exists(Path.Combine(Repository.Root, "src", name)));
        Assert.Equal(libraries.Append(Tool).Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        packages.ForEach(package => package.Dispose());
    }

    /// <summary>Packs what is built already: nothing is compiled a second time.</summary>
    private async Task PackAsync()
    {
        string[] arguments =
        [
            "pack", "ActorLearning.sln", "--no-build", "-c", Configuration, "-o", folder.FullName, "-v", "q", "-nodeReuse:false",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output + await error);
    }

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
        Assert.All(Configuration == "Release" ? own : [], entry => Assert.False(
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
}
