using ActorLearning.Engine.Embedded;

namespace ActorLearning.Engine.Tests.Checkpoints;

public sealed class CheckpointCadenceTests
{
    private readonly KeptCheckpoints kept = new();

    [Fact]
    public void Every_so_many_rounds_one_is_written_but_not_at_the_end()
    {
        SmallRun.Run(new EmbeddedOptions { Checkpoints = kept }, "checkpoint.every=2");

        Assert.Equal([2, 4], kept.Rounds);
    }

    [Fact]
    public void Without_the_key_none_is_written()
    {
        SmallRun.Run(new EmbeddedOptions { Checkpoints = kept });

        Assert.Empty(kept.All);
    }

    [Fact]
    public async Task By_the_clock_one_is_written_at_the_end_of_a_round_when_the_time_is_over()
    {
        // Two minutes a round: five are over in round 3, and again in round 6.
        var clock = new HandSetClock();
        var engine = new EmbeddedEngine(new EmbeddedOptions { Checkpoints = kept, Time = clock });

        await engine.RunAsync(
            SmallRun.Scenario("checkpoint.every=5m", "rounds=8", "evaluate.images=1"),
            progress => clock.Time += progress.Round.Round > 0 ? TimeSpan.FromMinutes(2) : TimeSpan.Zero, CancellationToken.None);

        Assert.Equal([3, 6], kept.Rounds);
    }

    [Fact]
    public async Task A_run_that_is_ended_early_leaves_a_checkpoint_of_its_last_round_and_goes_on_from_it()
    {
        using var stop = new CancellationTokenSource();
        var scenario = SmallRun.Scenario();
        var engine = new EmbeddedEngine(new EmbeddedOptions { Checkpoints = kept });
        var ended = await engine.RunAsync(
            scenario, progress => (progress.Round.Round == 3 ? stop : new CancellationTokenSource()).Cancel(), stop.Token);

        var rounds = new List<int>();
        var resumed = await engine.ResumeAsync(
            scenario, KeptCheckpoints.Read(Assert.Single(kept.All)), progress => rounds.Add(progress.Round.Round),
            CancellationToken.None);

        Assert.True(ended is { IsInterrupted: true, ModelHash: null });
        Assert.Equal([3], kept.Rounds);
        Assert.Equal([4, 5, 6], rounds);
        Assert.False(resumed.IsInterrupted);
        Assert.Equal(SmallRun.Run().ModelHash, resumed.ModelHash);
    }

    [Fact]
    public async Task The_time_of_all_lives_of_a_run_is_added_up()
    {
        var clock = new HandSetClock();
        var options = new EmbeddedOptions { Checkpoints = kept, Time = clock };
        var scenario = SmallRun.Scenario("checkpoint.every=4");
        await new EmbeddedEngine(options).RunAsync(scenario, _ => clock.Time += TimeSpan.FromSeconds(1), CancellationToken.None);
        clock.Time = TimeSpan.FromDays(9);

        var resumed = await new EmbeddedEngine(options).ResumeAsync(
            scenario, KeptCheckpoints.Read(kept.All[0]), _ => clock.Time += TimeSpan.FromSeconds(1), CancellationToken.None);

        // The start and six rounds were shown, a second each.
        Assert.Equal(TimeSpan.FromSeconds(7), resumed.Elapsed);
    }
}
