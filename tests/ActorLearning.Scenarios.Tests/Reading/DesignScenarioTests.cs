using ActorLearning.Learning.Splits;
using ActorLearning.Learning.Training;
using ActorLearning.Protocol.Learners;
using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Scenarios.Tests.Reading;

/// <summary>The example that shows every key means what it says.</summary>
public sealed class DesignScenarioTests
{
    private const string Text = """
        name: RPEL on MNIST, 30 learners, 6 Byzantine, ALIE
        seed: 1
        learners: 30
        byzantine: { count: 6, attack: alie(z=1.5), placement: random, rotate: 0 }
        data: { set: mnist, split: dirichlet(alpha=1) }
        model: mnist-cnn
        training: { batch: 25, rate: 0.5, momentum: 0.9, decay: 0.0001, steps: 1, start: same }
        exchange: { peers: pull(15), steps: 1, deadline: 5s, missing: own, replacement: 0, assumedByzantine: 6 }
        aggregation: nnm | trimmed-mean
        rounds: 200
        evaluate: { every: 20, learners: all, images: all }
        faults: []
        checkpoint: { every: 0 }
        """;

    private readonly Scenario scenario = Small.Read(Text);

    [Fact]
    public void The_top_is_as_written()
    {
        Assert.Equal("RPEL on MNIST, 30 learners, 6 Byzantine, ALIE", scenario.Name);
        Assert.Equal(1UL, scenario.Seed);
        Assert.Equal(30, scenario.Learners);
        Assert.Equal(176_050, scenario.Model.Parameters);
        Assert.Equal("nnm | trimmed-mean", scenario.Aggregation.Text);
        Assert.Equal(200, scenario.Rounds);
        Assert.Null(scenario.ExpectedModelHash);
        Assert.Equal(Text, scenario.Text);
    }

    [Fact]
    public void The_Byzantine_learners_are_as_written()
    {
        var group = Assert.Single(scenario.Byzantine);

        Assert.Equal(6, group.Count);
        Assert.Equal(6, scenario.ByzantineCount);
        Assert.IsType<LittleIsEnoughAttack>(group.Attacks.At(1));
        Assert.Equal("alie(z=1.5)", group.AttackText);
        Assert.Null(group.Placement);
    }

    [Fact]
    public void Data_and_training_are_as_written()
    {
        Assert.Equal("mnist", scenario.Data.Folder);
        Assert.Equal((60_000, 10_000, 10), (scenario.Data.Training, scenario.Data.Test, scenario.Data.Classes));
        Assert.IsType<DirichletSplit>(scenario.Split);
        Assert.Equal([(0, 0.5)], scenario.Training.Rate.Steps);
        Assert.Equal(
            new TrainingSettings(Batch: 25, scenario.Training.Rate, Momentum: 0.9, Decay: 0.0001, Steps: 1), scenario.Training);
        Assert.True(scenario.SameStart);
    }

    [Fact]
    public void Exchange_and_evaluation_are_as_written()
    {
        var exchange = scenario.Exchange;

        Assert.Equal(15, exchange.Peers.Count);
        Assert.Equal(1, exchange.Steps);
        Assert.Equal(TimeSpan.FromSeconds(5), exchange.Deadline);
        Assert.Equal(MissingPolicy.Own, exchange.Missing);
        Assert.Equal(0, exchange.Replacements);
        Assert.Equal(6, exchange.AssumedByzantine);
        Assert.Equal(new EvaluationSettings(Every: 20, Learners: null, Images: null, AfterTraining: false), scenario.Evaluation);
    }
}
