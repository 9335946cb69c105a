using ActorLearning.Engine;
using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Records;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cluster.Tests;

public sealed class SameBitsTests
{
    private const string Text = """
        name: small
        seed: 7
        learners: 10
        byzantine: { count: 2, attack: alie }
        data: { set: mnist, split: dirichlet(alpha=1) }
        model: softmax-regression
        training: { batch: 10, rate: 0.2, momentum: 0.9 }
        exchange: { peers: pull(5), assumedByzantine: 2, deadline: 60s }
        aggregation: nnm | trimmed-mean
        rounds: 6
        evaluate: { every: 3, images: 200 }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_cluster_ends_with_the_bits_of_the_embedded_engine(int nodes)
    {
        var embedded = await RunAsync(new EmbeddedEngine(new()));

        var cluster = await RunAsync(new ClusterEngine(new ClusterOptions { Nodes = nodes, Threads = 2 }));

        Assert.Equal(embedded.ModelHash, cluster.ModelHash);
        Assert.Equal(embedded.Evaluations, cluster.Evaluations);
        Assert.Equal(embedded.Rounds.Select(round => round.Answers), cluster.Rounds.Select(round => round.Answers));
    }

    [Theory]
    [InlineData("byzantine.attack=sign-flip", "aggregation=krum")]
    [InlineData("model=B-D-L(10)-S", "aggregation=inverse-loss")]
    [InlineData("byzantine.attack=dissensus", "aggregation=cs-plus", "exchange.peers=random-connected(24)")]
    [InlineData("byzantine.attack=nan", "exchange.replacement=2")]
    [InlineData("byzantine.attack=wrong-length", "exchange.missing=fault")]
    [InlineData("exchange.steps=2", "training.steps=2")]
    [InlineData("byzantine.attack=duplicate", "aggregation=centred-clipping(radius=1)")]
    [InlineData("byzantine.attack=max(of=all)", "aggregation=inverse-loss")]
    [InlineData("byzantine.attack=dissensus", "byzantine.rotate=1")]
    [InlineData("byzantine.attack=spectral", "byzantine.rotate=2", "aggregation=cs-plus", "exchange.peers=random-connected(24)")]
    public async Task Attacks_and_policies_give_the_same_numbers_on_both_engines(params string[] overrides)
    {
        var embedded = await RunAsync(new EmbeddedEngine(new()), overrides);

        var cluster = await RunAsync(new ClusterEngine(new ClusterOptions { Nodes = 2, Threads = 2 }), overrides);

        Assert.Equal(embedded.ModelHash, cluster.ModelHash);
        Assert.Equal(embedded.Rounds.Select(round => round.Broken), cluster.Rounds.Select(round => round.Broken));
    }

    [Fact]
    public async Task A_run_is_stopped_after_the_round_at_hand()
    {
        using var stop = new CancellationTokenSource();
        var scenario = ScenarioFile.Parse("small.yaml", Text, "rounds=100000", "evaluate.every=0");

        var record = await new ClusterEngine(new ClusterOptions { Threads = 2 }).RunAsync(
            scenario, progress => { if (progress.Round.Round == 3) { stop.Cancel(); } }, stop.Token);

        Assert.True(record.IsInterrupted);
        Assert.Null(record.ModelHash);
        Assert.InRange(record.Last!.Round, 3, 1000);
    }

    [Fact]
    public async Task A_model_larger_than_the_limit_is_refused_before_the_first_round()
    {
        var options = new ClusterOptions { Hocon = "actorlearning.models.largest-model = 16KiB" };

        var e = await Assert.ThrowsAsync<Scenarios.InputException>(() => RunAsync(new ClusterEngine(options)));

        Assert.Contains("largest-model", e.Message);
    }

    private static Task<RunRecord> RunAsync(IEngine engine, params string[] overrides) =>
        engine.RunAsync(ScenarioFile.Parse("small.yaml", Text, overrides), null, CancellationToken.None);
}
