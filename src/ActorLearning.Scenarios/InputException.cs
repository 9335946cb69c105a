namespace ActorLearning.Scenarios;

/// <summary>The input is wrong: all problems at once. Not a failure of the program.</summary>
public sealed class InputException(IReadOnlyList<Problem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>One problem without a line.</summary>
    public InputException(string source, string message)
        : this([new Problem(source, 0, 0, string.Empty, message)])
    {
    }

    /// <summary>What is wrong, in the order of the input.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
