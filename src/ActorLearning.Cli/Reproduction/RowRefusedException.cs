using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Reproduction;

/// <summary>The scenario of a row, or its data, is wrong; folders that fail are not meant.</summary>
internal sealed class RowRefusedException(InputException cause) : Exception(cause.Message, cause)
{
    /// <summary>All that is wrong.</summary>
    public IReadOnlyList<Problem> Problems => cause.Problems;
}
