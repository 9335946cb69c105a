using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Tests.Catalogue;

public sealed class CatalogueMarkdownTests
{
    [Fact]
    public void The_page_is_what_the_catalogue_says()
    {
        var page = File.ReadAllText(Path.Combine(Small.Repository(), "docs/catalogue.md")).ReplaceLineEndings("\n");

        Assert.True(CatalogueMarkdown.Write() == page,
            "docs/catalogue.md is not what the code says; write it anew: actorlearning list markdown > docs/catalogue.md");
    }
}
