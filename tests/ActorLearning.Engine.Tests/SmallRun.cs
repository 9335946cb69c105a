using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Engine.Tests;

/// <summary>A small run on the real MNIST that takes a fraction of a second.</summary>
internal static class SmallRun
{
    public const string Text = """
        name: small
        seed: 7
        learners: 10
        byzantine: { count: 2, attack: alie }
        data: { set: mnist, split: dirichlet(alpha=1) }
        model: softmax-regression
        training: { batch: 10, rate: 0.2, momentum: 0.9 }
        exchange: { peers: pull(5), assumedByzantine: 2 }
        aggregation: nnm | trimmed-mean
        rounds: 6
        evaluate: { every: 3, images: 200 }
        """;

    public static Scenario Scenario(params string[] overrides) => ScenarioFile.Parse("small.yaml", Text, overrides);

    public static RunRecord Run(params string[] overrides) => Run(new EmbeddedOptions { Threads = 2 }, overrides);

    public static RunRecord Run(EmbeddedOptions options, params string[] overrides) =>
        new EmbeddedEngine(options).RunAsync(Scenario(overrides), null, CancellationToken.None).GetAwaiter().GetResult();
}
