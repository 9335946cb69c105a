using ActorLearning.Reporting;

namespace ActorLearning.Cli.Tests.Reporting;

[Collection(ConsoleCollection.Name)]
public sealed class RecordJsonTests
{
    [Fact]
    public void A_round_is_a_line_in_which_losses_that_are_no_numbers_are_text()
    {
        using var commas = new Commas();
        var record = ReportedRun.Make();

        Assert.Equal(
            """{"round":1,"accuracy":{"mean":0.5,"worst":0.25,"best":0.75},"testLoss":"Infinity","training"""
            + """Loss":"NaN","byzantineMet":1,"elapsedSeconds":1.5}""",
            RecordJson.Line(record.Rounds[1], record.Elapsed));
        Assert.Equal(
            """{"round":0,"accuracy":null,"testLoss":null,"trainingLoss":null,"byzantineMet":0,"elapsedSeconds":0.25}""",
            RecordJson.Line(record.Rounds[0], TimeSpan.FromSeconds(0.25)));
    }

    [Fact]
    public void A_run_without_a_hash_is_not_complete()
    {
        var line = RecordJson.Line(ReportedRun.Make());

        Assert.Contains(
            """ "complete":false,"interrupted":false,"rounds":1,"modelHash":null """.Trim(), line, StringComparison.Ordinal);
        Assert.Contains(""" "byzantine":[2],"totals":{"pulls":3000000000, """.Trim(), line, StringComparison.Ordinal);
    }
}
