using System.Reflection;
using System.Text.Json;
using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Records;

namespace ActorLearning.Engine.Tests.Checkpoints;

public sealed class ResumeTests
{
    /// <summary>One setting a line: everything that a run may have under way at an instant.</summary>
    public static TheoryData<string[]> Settings =>
    [
        ["evaluate.learners=3"],
        ["training.steps=2", "exchange.steps=2", "training.start=own"],
        ["byzantine.attack=silent", "exchange.replacement=2"],
        ["byzantine.attack=late(delay=3)", "exchange.missing=fault"],
        ["byzantine.attack=late(delay=7)", "exchange.missing=skip"],
        ["byzantine.attack=garbage"],
        ["byzantine.attack=infinite"],
        ["byzantine.attack=flood(n=3)"],
        ["byzantine.attack=silent", "exchange.roundDeadline=1s"],
        ["aggregation=centred-clipping(radius=1)"],
        ["faults=['training-time(1s, sigma=1)', loss(0.1), duplication(0.2), log-normal-latency(80ms)]"],
        ["exchange.ticks=none(staleness=1)", "faults=['training-time(1s, sigma=1)', 'slow(3, factor=4)', loss(0.1)]"],
        ["faults=['training-time(1s)', 'crash(1..3, at=1500ms, until=3500ms)', 'coordinator-down(from=2s, until=4s)']"],
        ["evaluate.afterTraining=yes", "byzantine.attack=dissensus"],
        ["byzantine.rotate=1", "byzantine.attack=dissensus"],
        [
            "byzantine.rotate=1", "byzantine.attack=late(delay=3)",
            "faults=['training-time(1s)', 'crash(1..6, at=1500ms, until=3500ms)', loss(0.1), duplication(0.2)]",
        ],
        ["byzantine.attack={ 0: label-flip, 2: alie }"],
        ["aggregation=loss-threshold(data=held-back)", "training.holdBack=0.1", "byzantine.rotate=1"],
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void From_any_instant_a_run_goes_on_to_the_same_bits(string[] overrides)
    {
        var setup = RunSetup.Load(SmallRun.Scenario([.. overrides, "rounds=2", "evaluate.images=20"]));
        var (kept, steps) = (new KeptCheckpoints(), 0);
        var whole = Run(setup, new EmbeddedOptions { Threads = 1 });

        // Before every third step of the loop, each of which is counted twice where a checkpoint is written.
        var saving = Run(setup, new EmbeddedOptions { Checkpoints = kept, WantsCheckpoint = () => ++steps % 3 == 1 });

        AssertSame(whole, saving);
        Assert.True(kept.All.Count > 8, $"only {kept.All.Count} instants");
        for (var i = 0; i < kept.All.Count; i++)
        {
            var options = new EmbeddedOptions { Threads = 1 + i % 3, PoisonFreeBuffers = i % 2 == 0 };
            AssertSame(whole, Run(setup, options, kept.All[i]));
        }
    }

    [Fact]
    public void What_is_saved_and_read_is_saved_as_the_same_bytes()
    {
        var setup = RunSetup.Load(SmallRun.Scenario("byzantine.attack=late(delay=3)"));
        var steps = 0;
        var kept = new KeptCheckpoints();
        var clock = new HandSetClock();
        Run(setup, new EmbeddedOptions { Checkpoints = kept, Time = clock, WantsCheckpoint = () => ++steps is > 20 and < 35 });

        foreach (var bytes in kept.All.ToList())
        {
            var (again, isFirst) = (new KeptCheckpoints(), true);
            bool Once() => isFirst && !(isFirst = false);
            Run(setup, new EmbeddedOptions { Checkpoints = again, Time = clock, WantsCheckpoint = Once }, bytes);

            Assert.Equal(bytes, Assert.Single(again.All));
        }
    }

    [Fact]
    public void Every_field_of_a_run_is_in_its_checkpoints_or_needs_none()
    {
        string[] saved =
        [
            "now", "machines", "coordinator", "momenta", "ruleStates", "inboxes", "receivers", "coordinatorInbox", "work",
            "wakes", "timers", "letters", "underWay", "record", "elapsedBefore", "phases", "models",
        ];
        string[] madeFromTheScenario =
            ["setup", "compute", "workers", "progress", "isLost", "time", "checkpoints", "wantsCheckpoint", "watch", "faults"];
        string[] emptyBetweenSteps =
            ["outboxes", "coordinatorOutbox", "delivering", "isOver", "isCheckpointDue", "copies", "delays"];
        string[] begunAnew = ["cancellation", "started", "lastCheckpoint"];
        HashSet<string> known = [.. saved, .. madeFromTheScenario, .. emptyBetweenSteps, .. begunAnew];

        var fields = typeof(EmbeddedRun).GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);

        // Whoever adds a field puts it into EmbeddedRun.Capture and Restore, or says here why it needs none.
        Assert.Equal(known.Order(), fields.Select(field => field.Name).Order());
    }

    private static RunRecord Run(RunSetup setup, EmbeddedOptions options, byte[]? from = null) =>
        new EmbeddedRun(setup, options, null, from is null ? null : KeptCheckpoints.Read(from)).Run(CancellationToken.None);

    private static void AssertSame(RunRecord expected, RunRecord actual)
    {
        Assert.NotNull(expected.ModelHash);
        Assert.Equal(expected.ModelHash, actual.ModelHash);
        Assert.Equal(expected.Evaluations, actual.Evaluations);
        Assert.Equal(JsonSerializer.Serialize(expected.Rounds), JsonSerializer.Serialize(actual.Rounds));
    }
}
