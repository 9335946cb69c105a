// A rule of one's own against the catalogue's, alone and behind a mixing step, under attack.
using ActorLearning.Experiments;
using ActorLearning.Robustness.Aggregation;

Console.WriteLine("rule            mean   worst   (accuracy of 15 honest learners; 5 others lie)");
foreach (var aggregation in new[] { "mean", "trimmed-mean", "cauchy", "nnm | cauchy" })
{
    var experiment = new Experiment
    {
        ["learners"] = 20, ["byzantine.count"] = 5, ["byzantine.attack"] = "sign-flip", ["data.split"] = "dirichlet(alpha=1)",
        ["model"] = "softmax-regression", ["exchange.peers"] = "pull(12)", ["exchange.assumedByzantine"] = 5,
        ["aggregation"] = aggregation, ["rounds"] = 30, ["evaluate.every"] = 0, ["evaluate.images"] = 2000,
        Rules = { ["cauchy"] = new CauchyRule() },
    };
    var accuracy = (await experiment.RunAsync()).Accuracy!;
    Console.WriteLine(FormattableString.Invariant($"{aggregation,-12}   {accuracy.Mean:F3}   {accuracy.Worst:F3}"));
}

/// <summary>Each model weighs 1 / (1 + d²/s²), d its distance to the own model and s the median of those distances.</summary>
/// <remarks>One step towards the M-estimator of the Cauchy distribution: what is far away fades, nothing is cut off.</remarks>
internal sealed class CauchyRule : WeighingRule
{
    public override RuleNeeds Needs => RuleNeeds.Distances | RuleNeeds.Own;

    public override string? Refusal(int models, int byzantine) => TooFew("cauchy", models, byzantine, need: 2 * byzantine + 1);

    protected override void Weigh(in WeighingContext context, Span<double> weights)
    {
        var squared = context.Memory.Doubles(context.Count);
        context.Geometry.Row(0).CopyTo(squared);
        squared.Sort();
        var median = Math.Max(squared[context.Count / 2], double.Epsilon);
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = 1 / (1 + context.Geometry.Squared(0, i) / median);
            sum += weights[i];
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] /= sum;
        }
    }
}
