namespace ActorLearning.Cli.Tests.Documentation;

/// <summary>A command that a page shows.</summary>
/// <param name="Page">The page, from the root of the repository.</param>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Text">As shown.</param>
internal sealed record ShownCommand(string Page, int Line, string Text)
{
    /// <summary>The lines the page shows as its result, without those that are three dots.</summary>
    public List<string> Results { get; } = [];

    /// <summary>Its words as a shell takes them, up to a pipe, a redirection or a comment.</summary>
    public IReadOnlyList<string> Words => Shell.Split(Text);

    public override string ToString() => $"{Page}:{Line}: {Text}";
}
