using ActorLearning.Engine.Checkpoints;
using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Records;
using ActorLearning.Experiments;
#if AKKA
using ActorLearning.Cluster;
#endif

namespace ActorLearning.TorchSharp.Tests;

/// <summary>Scenarios with <c>backend: torch</c>.</summary>
public sealed class ScenarioTests
{
    private const string Torch = "backend=torch";

    [TorchFact]
    public void The_accuracy_is_that_of_the_managed_backend()
    {
        var managed = AccuracyOf(SmallRun.Run());

        Assert.InRange(managed, .8, 1);
        Assert.InRange(AccuracyOf(SmallRun.Run(Torch)) - managed, -.01, .01);
    }

    [TorchFact]
    public void The_bits_on_one_machine_do_not_depend_on_worker_threads_and_repeat()
    {
        string[] settings = [Torch, "rounds=6", "evaluate.images=100", "aggregation=inverse-loss"];

        var hashes = ((int[])[1, 2, 5, 2]).Select(threads => SmallRun.Run(threads, settings).ModelHash).ToList();

        Assert.NotNull(hashes[0]);
        Assert.Single(hashes.Distinct());
        Assert.NotEqual(SmallRun.Run(settings[1..]).ModelHash, hashes[0]);
    }

    [TorchFact]
    public void One_learner_at_a_time_with_all_threads_trains_as_well()
    {
        string[] settings = [Torch, "rounds=2", "evaluate.images=100"];

        var (one, all) = (SmallRun.Run(settings), SmallRun.Run([.. settings, "nativeThreads=all"]));

        Assert.NotNull(all.ModelHash);
        Assert.InRange(all.Last!.TrainingLoss!.Value - one.Last!.TrainingLoss!.Value, -1e-4, 1e-4);
    }

    [TorchFact]
    public async Task A_program_of_ones_own_that_has_named_the_backend_gets_the_same_bits()
    {
        string[] settings = [Torch, "rounds=2", "evaluate.images=100"];
        var experiment = Experiment.FromText(SmallRun.Text);
        foreach (var pair in settings.Select(setting => setting.Split('=')))
        {
            experiment[pair[0]] = pair[1];
        }

        Assert.Equal(SmallRun.Run(settings).ModelHash, (await experiment.RunAsync()).ModelHash);
    }

    [TorchFact]
    public void All_threads_give_the_same_bits_whatever_the_number_of_worker_threads()
    {
        string[] settings = [Torch, "nativeThreads=all", "rounds=3", "evaluate.images=100"];

        var hashes = ((int[])[1, 3, 3]).Select(threads => SmallRun.Run(threads, settings).ModelHash).ToList();

        Assert.NotNull(hashes[0]);
        Assert.Single(hashes.Distinct());
    }

    [TorchFact]
    public async Task A_resumed_run_ends_with_the_bits_of_one_that_never_stopped()
    {
        // Every evaluation looks at the models through the learners' running statistics, which checkpoints hold as well.
        var scenario = SmallRun.Scenario(
            Torch, "rounds=4", "checkpoint.every=1", "evaluate.every=1", "evaluate.images=100");
        var kept = new List<byte[]>();
        var whole = await new EmbeddedEngine(new EmbeddedOptions { Checkpoints = new Kept(kept) })
            .RunAsync(scenario, null, CancellationToken.None);

        Assert.True(kept.Count >= 3, $"only {kept.Count} checkpoints");
        for (var i = 0; i < kept.Count; i++)
        {
            var resumed = await new EmbeddedEngine(new EmbeddedOptions { Threads = 1 + i % 3 }).ResumeAsync(
                scenario, Checkpoint.Read(new MemoryStream(kept[i]), "kept"), null, CancellationToken.None);

            Assert.Equal(whole.ModelHash, resumed.ModelHash);
            Assert.Equal(whole.Evaluations, resumed.Evaluations);
        }
    }

#if AKKA
    [TorchFact]
    public void The_cluster_ends_with_the_bits_and_the_accuracy_of_the_embedded_engine()
    {
        var embedded = SmallRun.Run(Torch);

        var cluster = SmallRun.Run(new ClusterEngine(new ClusterOptions { Nodes = 2, Threads = 2 }), Torch);

        Assert.Equal(embedded.ModelHash, cluster.ModelHash);
        Assert.InRange(AccuracyOf(cluster) - AccuracyOf(SmallRun.Run()), -.01, .01);
    }
#endif

    private static double AccuracyOf(RunRecord record) => record.Last!.Accuracy!.Mean;

    /// <summary>Keeps the bytes of checkpoints in memory.</summary>
    private sealed class Kept(List<byte[]> all) : ICheckpointStore
    {
        public void Save(Checkpoint checkpoint)
        {
            using var stream = new MemoryStream();
            checkpoint.Write(stream);
            all.Add(stream.ToArray());
        }
    }
}
