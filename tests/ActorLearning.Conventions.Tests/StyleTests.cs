using System.Text.RegularExpressions;

namespace ActorLearning.Conventions.Tests;

public sealed partial class StyleTests
{
    private const int LongestFile = 400;
    private const int LongestMethod = 60;
    private const int LongestLine = 130;

    /// <summary>A kernel with its register tiles written out; splitting it would hide the pattern.</summary>
    private static readonly string[] WrittenOutKernels =
        ["src/ActorLearning.Numerics/Tiles.cs", "src/ActorLearning.Numerics/Tiles.Wide.cs"];

    public static TheoryData<string> CodeFiles => [.. Repository.Files("*.cs").Select(Repository.Relative)];

    [Theory]
    [MemberData(nameof(CodeFiles))]
    public void A_file_is_short_enough_to_read(string path)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, path));

        Assert.True(lines.Length < LongestFile, $"{path} has {lines.Length} lines");
        var wide = Array.FindIndex(lines, line => line.Length > LongestLine);
        Assert.True(wide < 0, $"{path}:{wide + 1} has more than {LongestLine} characters");
    }

    [Theory]
    [MemberData(nameof(CodeFiles))]
    public void A_method_is_short_enough_to_read(string path)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, path));
        var start = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            // A member's braces stand at one indentation.
            start = lines[i] == "    {" ? i : start;
            var isEnd = lines[i] == "    }";
            Assert.True(
                !isEnd || i - start <= LongestMethod || WrittenOutKernels.Contains(path),
                $"{path}:{start + 1} has a member of {i - start} lines");
        }
    }

    [Fact]
    public void A_file_has_one_public_type()
    {
        foreach (var file in Repository.Files("*.cs", "src"))
        {
            var types = PublicType().Count(File.ReadAllText(file));
            Assert.True(types <= 1, $"{Repository.Relative(file)} has {types} public types");
        }
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        foreach (var file in Repository.Files("*.cs", "src").Where(file => Path.GetFileName(file) != "Program.cs"))
        {
            var folder = Path.GetDirectoryName(Repository.Relative(file))!["src/".Length..].Replace('/', '.');
            Assert.Contains($"namespace {folder};", File.ReadAllText(file));
        }
    }

    [Fact]
    public void Nobody_sleeps_rolls_untracked_dice_or_swallows_everything()
    {
        var banned = new[] { "Thread." + "Sleep", "Random." + "Shared", "new " + "Random(", "NotImplemented" + "Exception",
            "TO" + "DO" };
        foreach (var file in Repository.Files("*.cs"))
        {
            var text = File.ReadAllText(file);
            Assert.All(banned, word => Assert.False(text.Contains(word), $"{Repository.Relative(file)} has {word}"));
        }
    }

    [Fact]
    public void Texts_name_no_machine()
    {
        var banned = new[] { "/" + "work/", "/" + "root/", "/" + "home/", "/" + "opt/", "C:" + "\\", "nuget" + ".org",
            "registry." + "npmjs" };
        var files = new[] { "*.cs", "*.md", "*.yaml", "*.json", "*.csproj", "*.props", "*.targets", "*.proj", "*.ps1" }
            .SelectMany(pattern => Repository.Files(pattern));
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            Assert.All(banned, word => Assert.False(text.Contains(word), $"{Repository.Relative(file)} has {word}"));
        }
    }

    [GeneratedRegex(
        "^public (static |sealed |abstract |readonly |partial |unsafe |ref )*(class|struct|record|interface|enum) ",
        RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
