using ActorLearning.Engine.Records;
using ActorLearning.Reporting.Charts;

namespace ActorLearning.Reporting.Reports;

/// <summary>What a learner takes for what, as a heat map of shares of each true label.</summary>
internal static class ConfusionPicture
{
    /// <summary>The picture.</summary>
    public static HeatMap Of(Confusion confusion)
    {
        var labels = Enumerable.Range(0, confusion.Counts.Count).Select(label => Figures.Whole(label)).ToList();
        int Count(int row, int column) => confusion.Counts[row][column];
        int All(int row) => confusion.Counts[row].Sum();
        var title = $"What the worst learner, {Figures.Whole(confusion.Learner)}, takes for what";
        return new HeatMap(title, "true label", "taken for", labels, labels)
        {
            Share = (row, column) => Count(row, column) == 0 ? null : (double)Count(row, column) / All(row),
            Text = (row, column) => Count(row, column) == 0 ? "" : Figures.Whole(Count(row, column)),
            Tip = (row, column) => $"{Figures.Whole(Count(row, column))} of {Figures.Whole(All(row))} examples of label "
                + $"{row} taken for {column}",
        };
    }
}
