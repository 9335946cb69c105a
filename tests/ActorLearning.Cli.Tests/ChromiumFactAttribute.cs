namespace ActorLearning.Cli.Tests;

/// <summary>A test that looks at a page with Chromium, where there is one.</summary>
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.Path is null)
        {
            Skip = "there is no chromium or google-chrome on the path to look at the page with";
        }
    }
}
