using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Tests.Data;
using ActorLearning.Learning.Training;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Tests.Training;

public sealed class MnistTrainingTests
{
    [Fact]
    public void A_softmax_regression_learns_handwritten_digits()
    {
        var network = new Network("softmax-regression", [new DenseLayer(RealMnist.Set.Shape, RealMnist.Set.Classes)]);
        var settings = new TrainingSettings(Batch: 25, RateSchedule.Constant(.05), Momentum: .9, Decay: 1e-4, Steps: 400);
        var (model, momentum) = (new float[network.Parameters], new float[network.Parameters]);
        network.Initialize(model, new RandomStream(1, StreamPurpose.Start));
        var evaluator = new Evaluator(network, RealMnist.Set.Test, [.. Enumerable.Range(0, 2000)]);
        var scratch = new Scratch();
        var untrained = evaluator.Evaluate(model, scratch);

        new LocalTraining(network, RealMnist.Set.Training, settings, seed: 1)
            .Run(learner: 1, round: 1, [.. Enumerable.Range(0, 5000)], model, momentum, scratch);

        var trained = evaluator.Evaluate(model, scratch);
        Assert.InRange(untrained.Accuracy, 0, .3);
        Assert.True(trained.Accuracy > .85, $"accuracy {trained.Accuracy}");
        Assert.True(trained.Loss < .5 * untrained.Loss, $"loss {untrained.Loss} → {trained.Loss}");
    }

    [Fact]
    public void The_papers_network_learns_from_a_handful_of_batches()
    {
        var problems = new List<string>();
        var network = LayerNotation.Parse("C(20)-R-M-C(20)-R-M-L(500)-R-L(10)-S", RealMnist.Set.Shape, 10, problems)!;
        var settings = new TrainingSettings(Batch: 25, RateSchedule.Constant(.1), Momentum: .9, Decay: 1e-4, Steps: 60);
        var (model, momentum) = (new float[network.Parameters], new float[network.Parameters]);
        network.Initialize(model, new RandomStream(1, StreamPurpose.Start));
        var scratch = new Scratch();

        new LocalTraining(network, RealMnist.Set.Training, settings, seed: 1)
            .Run(learner: 1, round: 1, [.. Enumerable.Range(0, 5000)], model, momentum, scratch);

        var evaluator = new Evaluator(network, RealMnist.Set.Test, [.. Enumerable.Range(0, 500)]);
        var accuracy = evaluator.Evaluate(model, scratch).Accuracy;
        Assert.True(accuracy > .7, $"accuracy {accuracy}");
    }
}
