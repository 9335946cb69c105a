using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Robustness.Rules;

namespace ActorLearning.Robustness.Tests.Attacks;

/// <summary>Attackers that try their lies on a rule that looks at the victim's losses.</summary>
public sealed class LossRuleRehearsalTests
{
    [Fact]
    public void A_lie_is_tried_on_the_losses_of_the_victims_data_each_found_once()
    {
        var (models, oracle) = (Sample.Models(5, 20, 1), new Norms());
        var rehearsal = new Rehearsal(new AggregationWorkspace(new Scratch()));
        rehearsal.For(Zeno(LossData.Fresh), assumedByzantine: 1, oracle).Begin(models[0], models.AsSpan(1), copies: 1);

        models[1].CopyTo(rehearsal.Lie);
        rehearsal.Shift();
        rehearsal.Lie.Fill(1000); // Of all models it has the highest loss: zeno leaves it out.
        var far = rehearsal.Shift();

        Assert.InRange(far, .01, 10);
        Assert.All(oracle.Asked, asked => Assert.Equal(LossData.Fresh, asked));
        Assert.Equal(models.Length + 2, oracle.Asked.Count); // Each honest model once, each lie once.
    }

    [Fact]
    public void Without_the_victims_data_a_loss_rule_refuses_and_no_lie_moves_it()
    {
        var models = Sample.Models(4, 8, 1);
        var rehearsal = new Rehearsal(new AggregationWorkspace(new Scratch()));
        rehearsal.For(Zeno(LossData.Batch), assumedByzantine: 1).Begin(models[0], models.AsSpan(1), copies: 1);
        rehearsal.Lie.Fill(5);

        Assert.Equal(0, rehearsal.Shift());
    }

    private static AggregationPipeline Zeno(LossData data) => new("zeno", [], new ZenoRule(data));

    /// <summary>The farther from (1, …, 1), the worse.</summary>
    private sealed class Norms : ILossOracle
    {
        public List<LossData> Asked { get; } = [];

        public double Loss(ReadOnlySpan<float> model) => Loss(model, LossData.Batch);

        public double Loss(ReadOnlySpan<float> model, LossData data)
        {
            Asked.Add(data);
            var sum = 0.0;
            foreach (var x in model)
            {
                sum += (x - 1) * (x - 1);
            }

            return sum;
        }
    }
}
