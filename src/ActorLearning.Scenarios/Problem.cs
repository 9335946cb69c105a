namespace ActorLearning.Scenarios;

/// <summary>One thing that is wrong with an input, where it is, and the way out.</summary>
/// <param name="Source">The file, or the option it came from.</param>
/// <param name="Line">Line, from 1; 0 where there is none.</param>
/// <param name="Column">Column, from 1; 0 where there is none.</param>
/// <param name="Key">The key it is about; empty for the whole.</param>
/// <param name="Message">What is wrong, with the value, and what is allowed.</param>
public sealed record Problem(string Source, int Line, int Column, string Key, string Message)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var place = Line > 0 ? $"{Source}:{Line}:{Column}" : Source;
        return Key.Length > 0 ? $"{place}: {Key}: {Message}" : $"{place}: {Message}";
    }
}
