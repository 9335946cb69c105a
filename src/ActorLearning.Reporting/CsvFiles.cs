using System.Globalization;
using System.Text;
using ActorLearning.Engine.Records;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Peers;

namespace ActorLearning.Reporting;

/// <summary>
/// A run's measurements as comma-separated values: a header line, decimal points, empty where nothing was measured.
/// </summary>
public static class CsvFiles
{
    private const string MetricsHeader =
        "round,learner,accuracy,loss,accuracy_after_training,loss_after_training,"
        + "accuracy_seen,accuracy_unseen,accuracy_seen_after_training,accuracy_unseen_after_training,accuracy_rarest";

    private const string RoundsHeader =
        "round,training_loss,accuracy_mean,accuracy_worst,accuracy_best,accuracy_after_training_mean,test_loss,"
        + "consensus_distance,byzantine_met_max,pulls,answers,timeouts,broken,late,duplicates,unasked,bytes,"
        + "accuracy_seen,accuracy_unseen,accuracy_seen_after_training,accuracy_unseen_after_training,accuracy_rarest,"
        + "oscillation,oscillation_unseen,honest_offered,"
        + "honest_refused,byzantine_offered,byzantine_accepted,missing";

    /// <summary>A row for each learner and evaluation.</summary>
    public static string Metrics(RunRecord record) => Table(MetricsHeader, record.Evaluations, item =>
    [
        item.Round, item.Learner, .. Values(item.AfterAggregation), .. Values(item.AfterTraining),
        item.AfterAggregation.Seen, item.AfterAggregation.Unseen, item.AfterTraining?.Seen, item.AfterTraining?.Unseen,
        item.AfterAggregation.Rarest,
    ]);

    /// <summary>A row for each round, over the honest learners.</summary>
    public static string Rounds(RunRecord record) => Table(RoundsHeader, record.Rounds, round =>
    [
        round.Round, round.TrainingLoss, round.Accuracy?.Mean, round.Accuracy?.Worst, round.Accuracy?.Best,
        round.AccuracyAfterTraining?.Mean, round.TestLoss, round.ConsensusDistance, round.ByzantineMetMax,
        round.Pulls, round.Answers, round.Timeouts, round.Broken, round.Late, round.Duplicates, round.Unasked, round.Bytes,
        round.Seen, round.Unseen, round.SeenAfterTraining, round.UnseenAfterTraining, round.Rarest,
        round.Oscillation, round.OscillationUnseen, round.HonestOffered, round.HonestRefused,
        round.ByzantineOffered, round.ByzantineAccepted, string.Join(' ', round.Missing),
    ]);

    /// <summary>A row for each honest learner: how many training examples of each label it has.</summary>
    public static string Split(RunRecord record) => Table(
        "learner," + Labels(record.Shards.Count == 0 ? 0 : record.Shards[0].Labels.Count), record.Shards,
        shard => [shard.Learner, .. shard.Labels]);

    /// <summary>A row for each true label: how often it is taken for each.</summary>
    public static string Confusion(Confusion confusion) => Table(
        "label," + Labels(confusion.Counts.Count), confusion.Counts.Select((counts, label) => (label, counts)),
        row => [row.label, .. row.counts]);

    /// <summary>A row for each edge, the smaller number first.</summary>
    public static string Edges(Graph graph) => Table("one,other", graph.AllEdges(), edge => [edge.One, edge.Other]);

    private static string Labels(int count) => string.Join(',', Enumerable.Range(0, count).Select(label => $"label_{label}"));

    private static string? Text(object? value) => Convert.ToString(
        value is double number ? Figures.Rounded(number) : value, CultureInfo.InvariantCulture);

    private static object?[] Values(Quality? quality) => [quality?.Accuracy, quality?.Loss];

    private static string Table<T>(string header, IEnumerable<T> items, Func<T, object?[]> row)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (var item in items)
        {
            text.AppendJoin(',', row(item).Select(value => Text(value))).Append('\n');
        }

        return text.ToString();
    }
}
