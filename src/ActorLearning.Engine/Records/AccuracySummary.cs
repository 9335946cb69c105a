namespace ActorLearning.Engine.Records;

/// <summary>Accuracy over the honest learners that were evaluated.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="Worst">The least.</param>
/// <param name="Best">The greatest.</param>
public sealed record AccuracySummary(double Mean, double Worst, double Best)
{
    /// <summary>The summary of some accuracies; null of none.</summary>
    public static AccuracySummary? Of(IReadOnlyCollection<double> accuracies) =>
        accuracies.Count == 0 ? null : new(accuracies.Average(), accuracies.Min(), accuracies.Max());
}
