using ActorLearning.Learning.Data;
using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Learning.Training;
using ActorLearning.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace ActorLearning.TorchSharp.Tests;

/// <summary>Modules of the user's as objectives.</summary>
public sealed class ModuleTests
{
    private static readonly Shape Images = new(3, 8, 8);

    [TorchFact]
    public void A_dense_module_needs_nothing_else_said()
    {
        using var objective = new TorchObjective(nn.Sequential(nn.Linear(6, 4), nn.ReLU(), nn.Linear(4, 3)));

        Assert.Equal((6, 3, 4 * 6 + 4 + 3 * 4 + 3, 0),
            (objective.Features, objective.Classes, objective.Parameters, objective.Statistics));
    }

    [TorchFact]
    public void It_gives_the_loss_and_gradient_of_the_managed_network_with_its_parameters()
    {
        var pair = new Pair("mlp(30)");
        using var objective = new TorchObjective(
            nn.Sequential(nn.Flatten(), nn.Linear(784, 30), nn.ReLU(), nn.Linear(30, 10)), new Shape(1, 28, 28));

        var managed = pair.Differentiate(pair.Network);
        var torch = pair.Differentiate(objective);

        Assert.Equal(managed.Loss, torch.Loss, 5);
        Assert.InRange(Pair.Apart(managed.Gradient, torch.Gradient), 0, 1e-4);
        Assert.Equal(pair.Use(pair.Network).Predictions, pair.Use(objective).Predictions);
    }

    [TorchFact]
    public void Log_softmax_at_the_end_changes_no_loss()
    {
        var pair = new Pair("softmax-regression");
        using var objective = new TorchObjective(
            nn.Sequential(nn.Flatten(), nn.Linear(784, 10), nn.LogSoftmax(1)), new Shape(1, 28, 28));

        Assert.Equal(pair.Differentiate(pair.Network).Loss, pair.Differentiate(objective).Loss, 5);
    }

    [TorchFact]
    public void Every_learner_starts_from_the_values_of_a_single_module()
    {
        var module = nn.Sequential(nn.Linear(6, 3));
        float[] values = [.. module.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];
        using var objective = new TorchObjective(module);

        Assert.Equal(values, StartOf(objective, learner: 1));
        Assert.Equal(values, StartOf(objective, learner: 2));
    }

    [TorchFact]
    public void Learners_start_apart_and_always_the_same_where_modules_can_be_made()
    {
        using var one = new TorchObjective(ResidualModule.Make, Images);
        using var other = new TorchObjective(ResidualModule.Make, Images);

        Assert.Equal(StartOf(one, learner: 1), StartOf(other, learner: 1));
        Assert.NotEqual(StartOf(one, learner: 1), StartOf(one, learner: 2));
    }

    [TorchFact]
    public void Buffers_belong_to_the_learner_and_not_to_the_module()
    {
        using var objective = new TorchObjective(ResidualModule.Make(), Images);
        var (model, alone) = (StartOf(objective, learner: 1), LocalTraining.CreateState(objective));
        Train(objective, model, alone, learner: 1);

        var (beside, between, other) = (
            LocalTraining.CreateState(objective), LocalTraining.CreateState(objective), StartOf(objective, learner: 1));
        var again = StartOf(objective, learner: 1);
        Train(objective, other, between, learner: 2);
        Train(objective, again, beside, learner: 1);

        Assert.Equal(4 + 4 + 1, objective.Statistics); // Mean, variance, and how many batches there were.
        Assert.Equal(3, beside[^1]);
        Assert.Equal(alone, beside);
        Assert.Equal(model, again);
        Assert.NotEqual(alone, between);
    }

    [TorchTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Threads_side_by_side_get_the_bits_of_one(bool single)
    {
        using var objective = single
            ? new TorchObjective(ResidualModule.Make(), Images) : new TorchObjective(ResidualModule.Make, Images);
        float[] Trained(int learner)
        {
            var random = new RandomStream(3, new StreamPurpose("test"), learner);
            float[] model = [.. Enumerable.Range(0, objective.Parameters).Select(_ => random.NextFloat() - .5f)];
            var state = LocalTraining.CreateState(objective);
            Train(objective, model, state, learner);
            return [.. model, .. state];
        }

        var alone = Enumerable.Range(0, 12).Select(Trained).ToList();
        var beside = new float[12][];
        Parallel.For(0, 12, new ParallelOptions { MaxDegreeOfParallelism = 4 }, learner => beside[learner] = Trained(learner));

        Assert.Equal(alone, beside);
    }

    [TorchFact]
    public void Dropout_of_libtorch_draws_from_the_learners_stream()
    {
        using var objective = new TorchObjective(() => nn.Sequential(nn.Linear(6, 40), nn.Dropout(.5), nn.Linear(40, 3)));
        var model = StartOf(objective, learner: 1);

        var losses = new float[8];
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 4 },
            i => losses[i] = LossOf(objective, model, step: i / 4));

        Assert.Equal(2, losses.Distinct().Count());
        Assert.Equal(losses[0], losses[3]);
        Assert.Equal(losses[4], losses[7]);
    }

    [TorchFact]
    public void What_wants_no_gradient_is_no_part_of_the_vector()
    {
        var module = nn.Sequential(nn.Linear(6, 4), nn.Linear(4, 3));
        foreach (var parameter in module.parameters().Take(2))
        {
            parameter.requires_grad = false;
        }

        using var objective = new TorchObjective(module);

        Assert.Equal(3 * 4 + 3, objective.Parameters);
        Assert.True(float.IsFinite(LossOf(objective, StartOf(objective, learner: 1), step: 0)));
    }

    [TorchFact]
    public void All_threads_give_the_same_gradient_but_for_the_last_bits()
    {
        var pair = new Pair("mnist-cnn");
        using var objective = new TorchObjective(pair.Network, new TorchOptions { AllThreads = true });

        Assert.InRange(Pair.Apart(pair.Differentiate(pair.Torch).Gradient, pair.Differentiate(objective).Gradient), 0, 1e-5);
    }

    private static float[] StartOf(TorchObjective objective, int learner)
    {
        var start = new float[objective.Parameters];
        objective.Initialize(start, new RandomStream(1, StreamPurpose.Start, learner));
        return start;
    }

    private static float LossOf(TorchObjective objective, float[] model, int step)
    {
        float[] features = [.. Enumerable.Range(0, 2 * objective.Features).Select(i => i % 5 - 2f)];
        return objective.LossAndGradient(
            model, new Batch(features, [0, 1]), new float[model.Length], new Scratch(), default,
            new RandomStream(1, StreamPurpose.Dropout, round: step));
    }

    private static void Train(IObjective objective, float[] model, float[] state, int learner)
    {
        var random = new RandomStream(2, new StreamPurpose("test"));
        var pixels = new byte[30 * objective.Features];
        foreach (ref var pixel in pixels.AsSpan())
        {
            pixel = (byte)random.NextBelow(256);
        }

        var samples = new ImageSamples(pixels, [.. Enumerable.Range(0, 30).Select(i => (byte)(i % 5))], (.5, .25));
        var settings = new TrainingSettings(Batch: 7, RateSchedule.Constant(.1), Momentum: .9, Decay: 0, Steps: 3);
        new LocalTraining(objective, samples, settings, seed: 1)
            .Run(learner, round: 1, [.. Enumerable.Range(0, 30)], model, state, new Scratch());
    }
}
