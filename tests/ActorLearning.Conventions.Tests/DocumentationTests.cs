using System.Text.RegularExpressions;

namespace ActorLearning.Conventions.Tests;

public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages =>
        [.. Repository.Files("*.md").Select(Repository.Relative).Where(path => path == "README.md" || path.StartsWith("docs/"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var text = File.ReadAllText(Path.Combine(Repository.Root, page));
        foreach (var target in Link().Matches(text).Select(match => match.Groups[1].Value))
        {
            var (file, part) = target.Split('#') is [var path, var anchor] ? (path, anchor) : (target, "");
            var other = Path.Combine(folder, file.Length > 0 ? file : Path.GetFileName(page));
            Assert.True(File.Exists(other) || Directory.Exists(other), $"{page} leads to {target}, which is not there");
            Assert.True(part.Length == 0 || Anchors(other).Contains(part), $"{page} leads to {target}: there is no such heading");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_file_that_is_named_is_there(string page)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, page));
        Assert.All(
            NamedFile().Matches(text).Select(match => match.Value.TrimEnd('/', '.')),
            path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"{page} names {path}, which is not there"));
    }

    [Fact]
    public void Every_decision_is_in_the_index_under_its_title()
    {
        var index = File.ReadAllText(Path.Combine(Repository.Root, "docs/decisions/README.md"));

        var pages = Repository.Files("0*.md", "docs/decisions").Order().ToList();

        Assert.Equal(pages.Count, pages.Select(path => Path.GetFileName(path)[..4]).Distinct().Count());
        Assert.All(pages, path => Assert.Contains(
            $"| {Path.GetFileName(path)[..4]} | [{File.ReadLines(path).First()[2..]}]({Path.GetFileName(path)}) |", index));
        Assert.Equal(pages.Count, index.Split('\n').Count(line => line.StartsWith("| 0")));
    }

    [Fact]
    public void Every_page_is_on_the_map()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        Assert.All(
            Repository.Files("*.md", "docs").Select(Repository.Relative).Where(page => !page.StartsWith("docs/decisions/0")),
            page => Assert.Contains($"({page})", readme));
    }

    private static IEnumerable<string> Anchors(string page) => Heading().Matches(File.ReadAllText(page))
        .Select(match => NotInAnchor().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?!https?:|mailto:)([^)\s]+)\)")]
    private static partial Regex Link();

    // What the repository holds, not what commands make.
    [GeneratedRegex(@"(?<![\w/.-])(src|docs|scenarios|tests|bench|hocon|eng|schedules|samples|lighthouse|data/mnist)/[\w./-]*\w")]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
