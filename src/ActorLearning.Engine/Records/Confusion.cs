namespace ActorLearning.Engine.Records;

/// <summary>How often a learner's last model takes each label for each, on the test examples that are evaluated.</summary>
/// <param name="Learner">Whose model.</param>
/// <param name="Counts">A row a true label, a column a predicted one.</param>
public sealed record Confusion(int Learner, IReadOnlyList<IReadOnlyList<int>> Counts);
