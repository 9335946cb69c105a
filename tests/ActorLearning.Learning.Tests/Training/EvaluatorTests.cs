using ActorLearning.Learning.Data;
using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Training;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Tests.Training;

public sealed class EvaluatorTests
{
    // Scores are the two pixels themselves: the model answers with the brighter one.
    private static readonly Network Brighter = new("brighter", [new DenseLayer(new Shape(2, 1, 1), 2)]);
    private static readonly float[] Model = [1, 0, 0, 1, 0, 0];

    [Fact]
    public void The_accuracy_is_the_share_of_images_labelled_right()
    {
        var samples = Pairs((9, 3, 0), (1, 200, 1), (7, 8, 0), (50, 40, 1), (0, 255, 1));

        var evaluation = new Evaluator(Brighter, samples).Evaluate(Model, new Scratch());

        Assert.Equal(.6, evaluation.Accuracy, 1e-12);
    }

    [Fact]
    public void Only_the_given_images_count()
    {
        var samples = Pairs((9, 3, 0), (1, 200, 1), (7, 8, 0), (50, 40, 1), (0, 255, 1));

        Assert.Equal(1, new Evaluator(Brighter, samples, [0, 1, 4]).Evaluate(Model, new Scratch()).Accuracy);
        Assert.Equal(0, new Evaluator(Brighter, samples, [3, 2]).Evaluate(Model, new Scratch()).Accuracy);
    }

    [Fact]
    public void Labels_a_learner_has_and_those_it_has_not_are_told_apart()
    {
        var evaluator = new Evaluator(Brighter, Pairs((9, 3, 0), (1, 200, 1), (7, 8, 0), (50, 40, 1), (0, 255, 1)));

        var first = evaluator.Evaluate(Model, new Scratch(), seen: [true, false]);
        var none = evaluator.Evaluate(Model, new Scratch());

        Assert.Equal((.5, 2 / 3.0), (first.Seen!.Value, first.Unseen!.Value));
        Assert.Equal((null, null), (none.Seen, none.Unseen));
        Assert.Null(new Evaluator(Brighter, Pairs((9, 3, 0))).Evaluate(Model, new Scratch(), seen: [true, false]).Unseen);
    }

    [Fact]
    public void The_accuracy_on_the_rarest_label_counts_its_images_only()
    {
        var evaluator = new Evaluator(Brighter, Pairs((9, 3, 0), (1, 200, 1), (7, 8, 0), (50, 40, 1), (0, 255, 1)));

        Assert.Equal(.5, evaluator.Evaluate(Model, new Scratch(), rarest: 0).Rarest);
        Assert.Equal(2 / 3.0, evaluator.Evaluate(Model, new Scratch(), rarest: 1).Rarest);
        Assert.Null(evaluator.Evaluate(Model, new Scratch()).Rarest);
        Assert.Null(new Evaluator(Brighter, Pairs((9, 3, 0))).Evaluate(Model, new Scratch(), rarest: 1).Rarest);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void The_loss_is_the_mean_over_all_images_whatever_their_number(int count)
    {
        var stream = Sample.Stream(count);
        var images = Enumerable.Range(0, count)
            .Select(_ => ((byte)stream.NextBelow(256), (byte)stream.NextBelow(256), (byte)stream.NextBelow(2))).ToArray();

        var evaluation = new Evaluator(Brighter, Pairs(images)).Evaluate(Model, Sample.PoisonedScratch());

        double Loss((byte A, byte B, byte Label) image) =>
            Math.Log(1 + Math.Exp((image.Label == 0 ? 1 : -1) * (image.B - image.A) / 255.0));
        Assert.Equal(images.Average(Loss), evaluation.Loss, 1e-6);
        Assert.Equal(
            images.Average(image => (image.Item1 >= image.Item2 ? 0 : 1) == image.Item3 ? 1.0 : 0), evaluation.Accuracy, 1e-12);
    }

    private static ImageSamples Pairs(params (byte A, byte B, byte Label)[] images) => new(
        [.. images.SelectMany(image => new[] { image.A, image.B })], [.. images.Select(image => image.Label)], (0, 1));
}
