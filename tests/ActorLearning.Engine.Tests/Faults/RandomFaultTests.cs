using ActorLearning.Engine.Embedded;

namespace ActorLearning.Engine.Tests.Faults;

/// <summary>Whatever the faults: a run ends, or says whom it waits for, and does the same on any number of threads.</summary>
public sealed class RandomFaultTests
{
    private const int Scenarios = 40;

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, Scenarios)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_run_with_any_faults_ends_the_same_way_on_any_number_of_threads(int number)
    {
        var overrides = RandomFaults.Overrides(number);

        var one = Outcome(threads: 1, overrides);

        Assert.Equal(one, Outcome(threads: 2, overrides));
        Assert.Equal(one, Outcome(threads: 5, overrides));
    }

    [Fact]
    public void The_random_faults_lead_to_runs_that_end_and_runs_that_cannot()
    {
        var ended = Enumerable.Range(1, Scenarios)
            .Select(number => Outcome(threads: 2, RandomFaults.Overrides(number)))
            .Count(outcome => outcome.StartsWith("ended", StringComparison.Ordinal));
        Assert.InRange(ended, Scenarios / 2, Scenarios - 1);
    }

    private static string Outcome(int threads, string[] overrides)
    {
        var text = string.Join(' ', overrides);
        try
        {
            var options = new EmbeddedOptions { Threads = threads, PoisonFreeBuffers = true };
            var record = SmallRun.Run(options, overrides);
            Assert.True(record.Last!.Round == record.Scenario.Rounds, $"{text}: it ends after {record.Last.Round}");
            return $"ended {record.ModelHash} {string.Join(' ', record.Rounds)}";
        }
        catch (RunFailedException failure)
        {
            Assert.Matches("waits for learner\\(s\\) \\d|no honest learner has a model left", failure.Message);
            return failure.Message;
        }
    }
}
