using ActorLearning.Learning.Networks;

namespace ActorLearning.Learning.Tests.Networks;

public sealed class LogLikelihoodTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(5, 10)]
    [InlineData(25, 3)]
    [InlineData(3, 1)]
    public void The_loss_and_its_gradient_are_those_of_the_definition(int batch, int classes)
    {
        var scores = Sample.Floats(batch * classes, 1);
        var labels = Sample.Labels(batch, classes, 2);
        var gradient = new float[scores.Length];

        var loss = LogLikelihood.LossAndGradient(scores, labels, classes, gradient);

        double Definition(double[] at) => at.Chunk(classes).Zip(labels, Naive.Loss).Average();
        var point = Sample.Doubles(scores);
        Assert.Equal(Definition(point), loss, 1e-6);
        Sample.Close(Naive.Gradient(point, Definition), gradient, 1e-6, $"batch {batch}, classes {classes}");
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1e4f)]
    [InlineData(1e30f)]
    public void Huge_scores_do_not_overflow(float huge)
    {
        float[] scores = [huge, 0, -huge, -huge, huge, 0];
        var gradient = new float[6];

        var right = LogLikelihood.LossAndGradient(scores, [0, 1], classes: 3, gradient);
        var wrong = LogLikelihood.Loss(scores, [2, 1], classes: 3, default);

        Assert.Equal(0, right, 1e-6);
        Assert.Equal(huge, wrong, huge * 1e-6);
        Assert.All(gradient, value => Assert.Equal(0, value, 1e-6));
    }

    [Fact]
    public void A_hopeless_score_still_has_a_gradient()
    {
        var gradient = new float[3];

        var loss = LogLikelihood.LossAndGradient([1e4f, 0, 0], [1], classes: 3, gradient);

        Assert.Equal(1e4f, loss);
        Assert.Equal([1, -1, 0], gradient);
    }

    [Fact]
    public void The_prediction_is_the_greatest_score_and_of_equal_ones_the_lowest_label()
    {
        var predictions = new int[3];

        LogLikelihood.Loss([0, 2, 2, 5, 5, 5, -3, -2, -1], [0, 0, 0], classes: 3, predictions);

        Assert.Equal([1, 0, 2], predictions);
    }
}
