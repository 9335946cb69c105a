using ActorLearning.Engine;
using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.TorchSharp.Tests;

/// <summary>A small run on the real MNIST.</summary>
internal static class SmallRun
{
    public const string Text = """
        name: small
        seed: 7
        learners: 10
        byzantine: { count: 2, attack: alie }
        data: { set: mnist, split: dirichlet(alpha=1) }
        model: C(4)-R-M-B-D-L(10)-S
        training: { batch: 20, rate: 0.3, momentum: 0.9 }
        exchange: { peers: pull(5), assumedByzantine: 2, deadline: 60s } # On a busy machine a cluster's clock runs on.
        aggregation: nnm | trimmed-mean
        rounds: 30
        evaluate: { every: 0, images: 2000 }
        """;

    static SmallRun() => Backends.Add(new TorchBackend());

    public static RunRecord Run(params string[] overrides) => Run(threads: 2, overrides);

    public static RunRecord Run(int threads, params string[] overrides) =>
        Run(new EmbeddedEngine(new EmbeddedOptions { Threads = threads }), overrides);

    public static RunRecord Run(IEngine engine, params string[] overrides) =>
        engine.RunAsync(Scenario(overrides), null, CancellationToken.None).GetAwaiter().GetResult();

    public static Scenario Scenario(params string[] overrides) => ScenarioFile.Parse("small.yaml", Text, overrides);
}
