// An attack of one's own, with an option, against three rules: what it does to accuracy and to agreement.
using ActorLearning.Experiments;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Scenarios.Catalogue;

Console.WriteLine("attack                rule           mean   worst   distance");
foreach (var attack in new[] { "honest", "estrange", "estrange(strength=5)" })
{
    foreach (var rule in new[] { "mean", "trimmed-mean", "nnm | krum" })
    {
        var experiment = new Experiment
        {
            ["learners"] = 20, ["byzantine.count"] = 5, ["byzantine.attack"] = attack, ["data.split"] = "dirichlet(alpha=0.5)",
            ["model"] = "softmax-regression", ["exchange.peers"] = "pull(12)", ["exchange.assumedByzantine"] = 5,
            ["aggregation"] = rule, ["rounds"] = 20, ["evaluate.every"] = 0, ["evaluate.images"] = 2000,
        };
        var strength = new Option("strength", "how far away from the peers", "1") { Least = 0 };
        experiment.Attacks.Add(new("estrange", "the victim's model, moved away from its peers", "", [strength],
            arguments => new EstrangementAttack(arguments.Number("strength"))));
        var last = (await experiment.RunAsync()).Rounds[^1];
        Console.WriteLine(FormattableString.Invariant(
            $"{attack,-20}  {rule,-12}  {last.Accuracy!.Mean:F3}   {last.Accuracy.Worst:F3}   {last.ConsensusDistance:F3}"));
    }
}

/// <summary>Sends each victim its own model, moved away from its peers: v + strength · (v − mean of the peers).</summary>
/// <remarks>What a victim trusts most is itself. Told each its own lie, learners do not come to agree.</remarks>
internal sealed class EstrangementAttack(double strength) : IAttack
{
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.VictimModel | AdversaryKnowledge.VictimPulls;

    public bool IsShared => true;

    public Answer Forge(in AttackView view, Span<float> forged)
    {
        foreach (var honest in view.Honest)
        {
            for (var i = 0; i < forged.Length; i++)
            {
                forged[i] += honest[i] / view.Honest.Length;
            }
        }

        for (var i = 0; i < forged.Length; i++)
        {
            forged[i] = (float)(view.VictimModel[i] + strength * (view.VictimModel[i] - forged[i]));
        }

        return Answer.Model;
    }
}
