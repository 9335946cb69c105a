using ActorLearning.Learning.Data;
using ActorLearning.Learning.Objectives;
using ActorLearning.Learning.Training;
using ActorLearning.Numerics;

namespace ActorLearning.Benchmarks.Backends;

/// <summary>A learner that trains on made-up images.</summary>
internal sealed class LearnerWork
{
    private const int Images = 500;

    private readonly LocalTraining training;
    private readonly int[] shard = [.. Enumerable.Range(0, Images)];
    private readonly Scratch scratch = new();
    private readonly float[] model;
    private readonly float[] state;
    private int round;

    /// <summary>A learner at its start.</summary>
    public LearnerWork(IObjective objective, StepModel timed)
    {
        var random = new RandomStream(1, new StreamPurpose("benchmark"));
        var (pixels, labels) = (new byte[Images * objective.Features], new byte[Images]);
        foreach (ref var pixel in pixels.AsSpan())
        {
            pixel = (byte)random.NextBelow(256);
        }

        foreach (ref var label in labels.AsSpan())
        {
            label = (byte)random.NextBelow(10);
        }

        var channels = Enumerable.Repeat((.5, .25), timed.Shape.Channels).ToArray();
        var settings = new TrainingSettings(timed.Batch, RateSchedule.Constant(.01), Momentum: .9, Decay: 0, Steps: 1);
        training = new LocalTraining(objective, new ImageSamples(pixels, labels, channels), settings, seed: 1);
        model = new float[objective.Parameters];
        objective.Initialize(model, random);
        state = LocalTraining.CreateState(objective);
    }

    /// <summary>One step.</summary>
    public void Step() => training.Run(learner: 1, ++round, shard, model, state, scratch);
}
