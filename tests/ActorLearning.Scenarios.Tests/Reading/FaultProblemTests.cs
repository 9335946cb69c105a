using ActorLearning.Scenarios.Faults;

namespace ActorLearning.Scenarios.Tests.Reading;

public sealed class FaultProblemTests
{
    [Theory]
    [InlineData("los(0.1)", "my.yaml:12:5: faults: \"los\" is no fault; did you mean loss? (known: {faults})")]
    [InlineData("loss(2)", "my.yaml:12:10: faults: share=2 is out of range: above 0, at most 1")]
    [InlineData("latency(20)", "my.yaml:12:13: faults: time=20 is not a time; write a number with ms, s, m or h, as in 20ms")]
    [InlineData("latency(1s, sender=10)", "my.yaml:12:5: faults: 10 is not a learner; they are numbered 0 to 9")]
    [InlineData("latency(1s, sender=30%)",
        "my.yaml:12:17: faults: sender=30% is neither a learner's number nor numbers like 0..9 nor coordinator")]
    [InlineData("latency(1s, from=3s, until=2s)", "my.yaml:12:5: faults: until=2s is not after 3s")]
    [InlineData("uniform-latency(2s, 1500ms)", "my.yaml:12:5: faults: least=2s is more than most=1.5s")]
    [InlineData("log-normal-latency(1s, sigma=-1)", "my.yaml:12:28: faults: sigma=-1 is out of range: 0 or more, at most 10")]
    [InlineData("partition(0..12, from=0s, until=1s)", "my.yaml:12:5: faults: 12 is not a learner; they are numbered 0 to 9")]
    [InlineData("partition(0..3, from=0s)", "my.yaml:12:5: faults: partition needs until: before this time")]
    [InlineData("crash(at=1s)",
        "my.yaml:12:5: faults: crash needs learners: which: numbers, ranges like 0..9, or a random share like 30%")]
    [InlineData("crash(4..2, at=1s)",
        "my.yaml:12:11: faults: learners=4..2 is neither a learner's number nor numbers like 0..9 nor a share like 30%")]
    [InlineData("crash(3, at=5s, until=5s)", "my.yaml:12:5: faults: until=5s is not after 5s")]
    [InlineData("slow(3, factor=0)", "my.yaml:12:13: faults: factor=0 is out of range: above 0, at most 10000")]
    [InlineData("slow(3, factor=2)",
        "my.yaml:12:5: faults: slow means a multiple of the training time, and that is 0; add training-time(median=1s)")]
    [InlineData("coordinator-down(from=2s, until=1s)", "my.yaml:12:5: faults: until=1s is not after 2s")]
    public void A_fault_that_makes_no_sense_is_refused_where_it_stands(string fault, string expected) =>
        Small.AssertProblems(expected, $"{Small.Text}\nfaults:\n  - {fault}");

    [Fact]
    public void All_of_them_are_refused_at_once()
    {
        const string Faults = """
            faults:
              - training-time(1s)
              - loss(0)
              - { loss: 1 }
              - crash(3, 11, at=1s)
              - training-time(2s)
            """;

        var problems = Small.Problems($"{Small.Text}\n{Faults}").Split('\n');

        Assert.Equal(["12:5:", "13:10:", "14:5:", "15:5:", "16:5:"], problems.Select(problem => problem.Split(' ')[0][8..]));
    }

    [Fact]
    public void Faults_mean_what_they_say()
    {
        const string Faults = """
            faults:
              - latency(20ms)
              - log-normal-latency(1.5s, sigma=1, sender=3, receiver=0..4, until=2m)
              - crash(1, 4..6, 30%, at=1h)
            """;

        var faults = Small.Read($"{Small.Text}\n{Faults}").Faults;

        var everywhere = new MessageScope(null, null, TimeSpan.Zero, TimeSpan.MaxValue);
        Assert.Equal(new LatencyFault(everywhere, new ConstantDelay(TimeSpan.FromMilliseconds(20))), faults[0]);
        var pair = new MessageScope(new LearnerPart(3, 3), new LearnerPart(0, 4), TimeSpan.Zero, TimeSpan.FromMinutes(2));
        Assert.Equal(new LatencyFault(pair, new LogNormalDelay(TimeSpan.FromSeconds(1.5), 1)), faults[1]);
        var crash = Assert.IsType<CrashFault>(faults[2]);
        Assert.Equal([new LearnerPart(1, 1), new LearnerPart(4, 6), new LearnerPart(0, 0, 0.3)], crash.Learners);
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.MaxValue), (crash.At, crash.Until));
    }

    [Fact]
    public void One_fault_may_stand_without_a_list_and_none_is_none()
    {
        Assert.Equal(
            Small.Read(Small.Text, "faults=[loss(0.1)]").Fingerprint, Small.Read(Small.Text, "faults=loss(0.1)").Fingerprint);
        Assert.Empty(Small.Read(Small.Text, "faults=[]").Faults);
        Assert.Equal(Small.Read(Small.Text).Fingerprint, Small.Read(Small.Text, "faults=[]").Fingerprint);
    }
}
