using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Learning.Training;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Tests.Training;

public sealed class LocalTrainingTests
{
    private const int Features = 12;
    private const int Classes = 3;

    private static readonly Network Objective = new(
        "perceptron",
        [
            new DenseLayer(new Shape(Features, 1, 1), 8), new RectifierLayer(new Shape(8, 1, 1)),
            new DenseLayer(new Shape(8, 1, 1), Classes),
        ]);

    private static readonly TrainingSettings Settings =
        new(Batch: 5, new RateSchedule([(0, .5), (3, .1)]), Momentum: .9, Decay: .01, Steps: 1);

    private static readonly int[] Shard = [.. Enumerable.Range(0, 40).Where(i => i % 3 != 0)];

    [Theory]
    [InlineData(1, .5)]
    [InlineData(4, .1)]
    public void One_step_on_a_whole_shard_is_the_written_formula(int round, double rate)
    {
        var shard = Shard[..Settings.Batch];
        var (model, momentum) = (Sample.Floats(Objective.Parameters, 1), Sample.Floats(Objective.Parameters, 2));
        var (features, labels) = (new float[shard.Length * Features], new int[shard.Length]);
        Sample.Images(40, Features, Classes, number: 3).Gather(shard, features, labels);
        var gradient = new float[model.Length];
        var loss = Objective.LossAndGradient(model, new Batch(features, labels), gradient, new Scratch());
        var m = momentum.Zip(gradient, (old, g) => .9 * old + .1 * g).ToArray();
        var x = model.Zip(m, (old, moved) => old - rate * (moved + .01 * old)).ToArray();

        var reported = Make().Run(learner: 2, round, shard, model, momentum, new Scratch());

        Sample.Close(m, momentum, 1e-6, "momentum");
        Sample.Close(x, model, 1e-6, "model");
        Assert.Equal(loss, reported, 1e-6);
    }

    [Fact]
    public void Without_dampening_the_gradient_enters_whole()
    {
        var shard = Shard[..Settings.Batch];
        var (model, momentum) = (Sample.Floats(Objective.Parameters, 1), new float[Objective.Parameters]);
        var (features, labels) = (new float[shard.Length * Features], new int[shard.Length]);
        var samples = Sample.Images(40, Features, Classes, number: 3);
        samples.Gather(shard, features, labels);
        var (gradient, m) = (new float[model.Length], new double[model.Length]);
        var x = model.Select(value => (double)value).ToArray();
        var training = new LocalTraining(Objective, samples, Settings with { IsDampened = false }, seed: 1);

        foreach (var round in new[] { 1, 2 })
        {
            Objective.LossAndGradient(model, new Batch(features, labels), gradient, new Scratch());
            m = [.. m.Zip(gradient, (old, g) => .9 * old + g)];
            x = [.. x.Zip(m, (old, moved) => old - .5 * (moved + .01 * old))];
            training.Run(learner: 2, round, shard, model, momentum, new Scratch());

            Sample.Close(x, model, 1e-5, $"model of round {round}");
        }
    }

    [Fact]
    public void Every_local_step_follows_the_bias()
    {
        var settings = Settings with { Steps = 3, Affinity = .5, Rate = RateSchedule.Constant(0) };
        var state = LocalTraining.CreateState(Objective, settings);
        LocalTraining.BiasIn(state, Objective).Fill(2);
        var model = new float[Objective.Parameters];

        new LocalTraining(Objective, Sample.Images(40, Features, Classes, number: 3), settings, seed: 1)
            .Run(learner: 0, round: 1, Shard, model, state, new Scratch());

        Assert.All(model, value => Assert.Equal(3 * .5f * 2, value));
        Assert.Equal(Objective.Parameters, LocalTraining.CreateState(Objective, Settings).Length);
    }

    [Fact]
    public void The_same_seed_learner_and_round_give_the_same_bits()
    {
        var (model, momentum) = Run(Make(), learner: 4, round: 7);

        var (again, momentumAgain) = Run(Make(), learner: 4, round: 7, Sample.PoisonedScratch());

        Sample.SameBits(model, again, "model");
        Sample.SameBits(momentum, momentumAgain, "momentum");
    }

    [Fact]
    public void Another_seed_learner_or_round_draws_other_batches()
    {
        var (model, _) = Run(Make(), learner: 1, round: 1);

        Assert.NotEqual(model, Run(Make(seed: 2), learner: 1, round: 1).Model);
        Assert.NotEqual(model, Run(Make(), learner: 2, round: 1).Model);
        Assert.NotEqual(model, Run(Make(), learner: 1, round: 2).Model);
    }

    [Fact]
    public void Every_local_step_draws_a_batch_of_its_own_and_the_loss_is_their_mean()
    {
        var frozen = Settings with { Rate = RateSchedule.Constant(0), Steps = 6 };
        var (model, momentum) = (Sample.Floats(Objective.Parameters, 1), new float[Objective.Parameters]);
        var before = model.ToArray();

        var six = Make(frozen).Run(learner: 1, round: 1, Shard, model, momentum, new Scratch());

        var one = Make(frozen with { Steps = 1 }).Run(learner: 1, round: 1, Shard, model, momentum, new Scratch());
        Sample.SameBits(before, model, "a rate of 0 moves nothing");
        Assert.NotEqual(one, six);
        Assert.InRange(six, .01, 10);
    }

    [Fact]
    public void A_shard_smaller_than_a_batch_is_used_whole()
    {
        var large = Settings with { Batch = 100 };
        var (model, momentum) = (Sample.Floats(Objective.Parameters, 1), new float[Objective.Parameters]);
        var (features, labels) = (new float[Shard.Length * Features], new int[Shard.Length]);
        Sample.Images(40, Features, Classes, number: 3).Gather(Shard, features, labels);
        var whole = Objective.Loss(model, new Batch(features, labels), default, new Scratch());

        var loss = Make(large).Run(learner: 1, round: 1, Shard, model, momentum, new Scratch());
        var ofOne = Make(large).Run(learner: 1, round: 2, shard: [7], model, momentum, new Scratch());

        Assert.Equal(whole, loss, 1e-6);
        Assert.True(float.IsFinite(ofOne));
        Assert.All(model, value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void A_learner_without_examples_is_an_error_that_names_it()
    {
        var (model, momentum) = (new float[Objective.Parameters], new float[Objective.Parameters]);

        var thrown = Assert.Throws<ArgumentException>(
            () => Make().Run(learner: 17, round: 3, shard: [], model, momentum, new Scratch()));

        Assert.Contains("learner 17", thrown.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("round 3", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_lowers_the_loss_on_the_shard()
    {
        var (model, momentum) = (new float[Objective.Parameters], new float[Objective.Parameters]);
        Objective.Initialize(model, Sample.Stream(1));
        var training = Make(Settings with { Rate = RateSchedule.Constant(.1), Decay = 0, Steps = 200, Batch = 20 });

        var first = training.Run(learner: 1, round: 1, Shard, model, momentum, new Scratch());
        var second = training.Run(learner: 1, round: 2, Shard, model, momentum, new Scratch());

        Assert.True(second < .5 * first, $"loss went from {first} to {second}");
    }

    private static (float[] Model, float[] Momentum) Run(LocalTraining training, int learner, int round, Scratch? scratch = null)
    {
        var (model, momentum) = (Sample.Floats(Objective.Parameters, 1), new float[Objective.Parameters]);
        training.Run(learner, round, Shard, model, momentum, scratch ?? new Scratch());
        return (model, momentum);
    }

    private static LocalTraining Make(TrainingSettings? settings = null, ulong seed = 1) =>
        new(Objective, Sample.Images(40, Features, Classes, number: 3), settings ?? Settings, seed);
}
