using ActorLearning.Reporting;

namespace ActorLearning.Cli.Tests.Reporting;

[Collection(ConsoleCollection.Name)]
public sealed class CsvFilesTests
{
    [Fact]
    public void A_row_of_metrics_is_empty_where_nothing_was_measured()
    {
        using var commas = new Commas();

        Assert.Equal(
            """
            round,learner,accuracy,loss,accuracy_after_training,loss_after_training,
            """
            + """
            accuracy_seen,accuracy_unseen,accuracy_seen_after_training,accuracy_unseen_after_training,accuracy_rarest
            1,0,0.5,-1.25,,,,,,,

            """,
            CsvFiles.Metrics(ReportedRun.Make()));
    }

    [Fact]
    public void A_row_of_a_round_has_a_column_for_each_fact()
    {
        using var commas = new Commas();

        Assert.Equal(
            """
            round,training_loss,accuracy_mean,accuracy_worst,accuracy_best,accuracy_after_training_mean,test_loss,
            """
            + """
            consensus_distance,byzantine_met_max,pulls,answers,timeouts,broken,late,duplicates,unasked,bytes,
            """
            + """
            accuracy_seen,accuracy_unseen,accuracy_seen_after_training,accuracy_unseen_after_training,accuracy_rarest,
            """
            + """
            oscillation,oscillation_unseen,honest_offered,
            """
            + """
            honest_refused,byzantine_offered,byzantine_accepted,missing
            0,,,,,,,,0,0,0,0,0,0,0,0,0,,,,,,,,0,0,0,0,
            1,NaN,0.5,0.25,0.75,,Infinity,1E-07,1,3000000000,0,0,0,0,0,0,0,,,,,,,,0,0,0,0,3 4

            """,
            CsvFiles.Rounds(ReportedRun.Make()));
    }
}
