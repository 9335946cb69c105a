using ActorLearning.Engine.Records;
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
}
