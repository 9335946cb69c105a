// An objective of one's own, a support vector machine, beside the catalogue's softmax regression; rounds are read as they come.
using ActorLearning.Experiments;
using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;

foreach (var model in new[] { "softmax-regression", "svm" })
{
    var experiment = new Experiment
    {
        ["learners"] = 20, ["byzantine.count"] = 4, ["byzantine.attack"] = "alie", ["model"] = model, ["training.rate"] = 0.02,
        ["exchange.peers"] = "pull(10)", ["exchange.assumedByzantine"] = 4, ["aggregation"] = "nnm | trimmed-mean",
        ["rounds"] = 40, ["evaluate.every"] = 10, ["evaluate.images"] = 2000,
        Models = { ["svm"] = new OneAgainstAll(features: 28 * 28, labels: 10) },
    };
    await foreach (var round in experiment.Start().Rounds.Where(round => round.Accuracy is not null))
    {
        Console.WriteLine(FormattableString.Invariant(
            $"{model,-18}  round {round.Round,2}   accuracy mean {round.Accuracy!.Mean:F3}, worst {round.Accuracy.Worst:F3}"));
    }
}

/// <summary>A linear support vector machine for each label against all others; Rifkin and Klautau 2004.</summary>
internal sealed class OneAgainstAll(int features, int labels) : IObjective
{
    public int Parameters => labels * features;
    public int Features => features;
    public void Initialize(Span<float> parameters, RandomStream random) => parameters.Clear();
    public float LossAndGradient(ReadOnlySpan<float> parameters, Batch batch, Span<float> gradient, Scratch scratch,
        Span<float> statistics = default, RandomStream random = default)
    {
        gradient.Clear();
        return Judge(parameters, batch, gradient, []);
    }

    public float Loss(ReadOnlySpan<float> parameters, Batch batch, Span<int> predictions, Scratch scratch,
        ReadOnlySpan<float> statistics = default) => Judge(parameters, batch, [], predictions);
    private float Judge(ReadOnlySpan<float> parameters, Batch batch, Span<float> gradient, Span<int> predictions)
    {
        var loss = 0f;
        for (var i = 0; i < batch.Size; i++)
        {
            var best = float.NegativeInfinity;
            var x = batch.Features.Slice(i * features, features);
            for (var label = 0; label < labels; label++)
            {
                var score = Vectors.Dot(parameters.Slice(label * features, features), x);
                var sign = label == batch.Labels[i] ? 1 : -1;
                var lack = Math.Max(0, 1 - sign * score);
                loss += lack * lack / batch.Size;
                if (!gradient.IsEmpty)
                    Vectors.AddScaled(-2 * sign * lack / batch.Size, x, gradient.Slice(label * features, features));
                if (!predictions.IsEmpty && score > best)
                    (predictions[i], best) = (label, score);
            }
        }

        return loss;
    }
}
