using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Learning.Training;
using ActorLearning.Numerics;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.TorchSharp.Tests;

/// <summary>
/// A model of the catalogue or a layer string, computed by both backends from the same start on the same batch.
/// </summary>
internal sealed class Pair
{
    // Ten steps of a network with many kinks amplify the last bit of a sum: half the rate, a tenth of the way apart.
    private const float Rate = .05f;

    private readonly int[] labels;
    private readonly float[] features;

    public Pair(string model, string data = "mnist")
    {
        static void Fail(int offset, string problem) => throw new ArgumentException(problem);
        var batch = data == "mnist" ? 25 : 10;
        var source = Known.DataSets.Make(data, 0, Fail)!;
        Network = (Network)Known.MakeModel(model, source, Fail)!;
        Torch = new TorchBackend().Make(Network, new BackendSettings(BackendSettings.TorchName));
        var random = new RandomStream(5, new StreamPurpose("test"));
        Start = new float[Network.Parameters];
        Network.Initialize(Start, random);
        features = [.. Enumerable.Range(0, batch * source.Shape.Size).Select(_ => (float)random.NextNormal())];
        labels = [.. Enumerable.Range(0, batch).Select(_ => random.NextBelow(source.Classes))];
    }

    public Network Network { get; }

    public IObjective Torch { get; }

    public float[] Start { get; }

    public Batch Batch => new(features, labels);

    /// <summary>Distance of two vectors over the length of the first.</summary>
    public static double Apart(float[] one, float[] other) =>
        Math.Sqrt(Distances.Squared(one, other) / Math.Max(1e-30, Distances.SquaredNorm(one)));

    /// <summary>Loss, gradient and moved state of one step.</summary>
    public (float Loss, float[] Gradient, float[] State) Differentiate(IObjective objective)
    {
        var (gradient, statistics) = (new float[objective.Parameters], FirstStatistics(objective));
        var loss = objective.LossAndGradient(Start, Batch, gradient, new Scratch(), statistics, Stream(step: 0));
        return (loss, gradient, statistics);
    }

    /// <summary>Loss and predictions of the model in use.</summary>
    public (float Loss, int[] Predictions) Use(IObjective objective)
    {
        var predictions = new int[labels.Length];
        return (objective.Loss(Start, Batch, predictions, new Scratch(), FirstStatistics(objective)), predictions);
    }

    /// <summary>The model after ten steps of stochastic gradient descent with momentum.</summary>
    public float[] TenSteps(IObjective objective)
    {
        var (model, gradient) = ((float[])Start.Clone(), new float[objective.Parameters]);
        var (state, scratch) = (LocalTraining.CreateState(objective), new Scratch());
        for (var step = 0; step < 10; step++)
        {
            objective.LossAndGradient(model, Batch, gradient, scratch, state.AsSpan(model.Length), Stream(step));
            Vectors.MomentumStep(model, state.AsSpan(0, model.Length), gradient, momentum: .9f, Rate, decay: 1e-4f);
        }

        return model;
    }

    private static float[] FirstStatistics(IObjective objective)
    {
        var statistics = new float[objective.Statistics];
        objective.InitializeStatistics(statistics);
        return statistics;
    }

    private static RandomStream Stream(int step) => new(1, StreamPurpose.Dropout, round: step);
}
