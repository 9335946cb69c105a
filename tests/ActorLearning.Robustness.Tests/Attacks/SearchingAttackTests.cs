using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Robustness.Mixing;
using ActorLearning.Robustness.Rules;

namespace ActorLearning.Robustness.Tests.Attacks;

/// <summary>Attacks that try their lies on the victim's own pipeline.</summary>
public sealed class SearchingAttackTests
{
    private static readonly AggregationPipeline Robust =
        new("nnm | trimmed-mean", [new NearestNeighbourMixing()], new TrimmedMeanRule());

    private static readonly AggregationPipeline Mean = new("mean", [], new MeanRule());

    [Theory]
    [InlineData(ForgeryFamily.LittleIsEnoughAbove)]
    [InlineData(ForgeryFamily.LittleIsEnoughBelow)]
    [InlineData(ForgeryFamily.FallOfEmpires)]
    public void The_factor_found_moves_the_victim_at_least_as_far_as_the_steps_of_the_search(ForgeryFamily family)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var models = Sample.Models(9, length: 30, number: seed);

            var forged = Forge(new OptimisedAttack(family), Robust, models, accomplices: 2);

            var found = ShiftOf(Robust, models, forged, copies: 2);
            foreach (var factor in new[] { 0.0, 1 })
            {
                var plain = new float[30];
                FactorSearchOf(family, factor, models, plain);
                Assert.True(found >= ShiftOf(Robust, models, plain, copies: 2) - 1e-9, $"{family}, {factor}, seed {seed}");
            }
        }
    }

    [Fact]
    public void On_a_graph_a_lie_is_tried_with_the_victims_mixing_weights()
    {
        var rehearsal = new Rehearsal(new AggregationWorkspace(new Scratch()));
        var gossip = new AggregationPipeline("gossip", [], new GossipRule());

        // .5 of its own 0, .25 of the honest 1 and .25 of two 4s make 1.25; a quarter of each would make 2.25.
        rehearsal.For(gossip, 1, honestWeights: [.25], accompliceWeight: .25).Begin([0], [[1f]], copies: 2);
        rehearsal.Lie.Fill(4);
        Assert.Equal(.25, rehearsal.Shift(), 6);

        rehearsal.For(gossip, 1).Begin([0], [[1f]], copies: 2);
        rehearsal.Lie.Fill(4);
        Assert.Equal(1.25, rehearsal.Shift(), 6);
    }

    [Fact]
    public void Against_the_mean_the_search_goes_as_far_out_as_it_can()
    {
        var models = Sample.Models(6, length: 10, number: 1);

        var forged = Forge(new OptimisedAttack(ForgeryFamily.FallOfEmpires), Mean, models, accomplices: 2);

        // 1 + 2 + 4 + … + 2¹⁴, for the first of the 16 evaluations is at 0.
        var mean = new float[10];
        FactorSearchOf(ForgeryFamily.FallOfEmpires, 32767, models, mean);
        Sample.SameBits(mean, forged, "mean");
    }

    [Fact]
    public void A_lie_that_is_aware_of_the_sample_plays_honest_when_alone()
    {
        var models = Sample.Models(9, length: 30, number: 1);

        var forged = Forge(new SamplingAwareAttack(ForgeryFamily.FallOfEmpires), Robust, models, accomplices: 1);

        var mean = new float[30];
        new HonestAttack().Forge(AttackCase.View(new HonestAttack(), models[1..]), mean);
        Sample.SameBits(mean, forged, "alone");
    }

    [Fact]
    public void Knowing_the_number_of_accomplices_makes_the_lie_at_least_as_strong_for_that_number()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var models = Sample.Models(7, length: 30, number: seed);

            var forged = Forge(
                new SamplingAwareAttack(ForgeryFamily.LittleIsEnoughAbove, ForgeryFamily.LittleIsEnoughBelow),
                Robust, models, accomplices: 3);
            var above = Forge(new SamplingAwareAttack(ForgeryFamily.LittleIsEnoughAbove), Robust, models, accomplices: 3);

            Assert.True(ShiftOf(Robust, models, forged, 3) >= ShiftOf(Robust, models, above, 3), $"seed {seed}");
        }
    }

    [Fact]
    public void A_rule_that_refuses_leaves_the_honest_mean_as_the_lie()
    {
        var models = Sample.Models(2, length: 5, number: 1);

        var forged = Forge(new OptimisedAttack(ForgeryFamily.LittleIsEnoughAbove), Robust, models, accomplices: 2, assumed: 9);

        Assert.Equal(models[1], forged);
    }

    private static float[] Forge(IAttack attack, AggregationPipeline pipeline, float[][] models, int accomplices, int assumed = 2)
    {
        var forged = new float[models[0].Length];
        var view = new AttackView
        {
            Knowledge = attack.Knowledge,
            Honest = models.AsSpan(1),
            VictimModel = models[0],
            Rehearsal = new Rehearsal(new AggregationWorkspace(new Scratch())).For(pipeline, assumed),
            Accomplices = accomplices,
            Learners = 12,
            Byzantine = 3,
            Random = Sample.Stream(1),
        };
        Assert.Equal(Answer.Model, attack.Forge(view, forged));
        return forged;
    }

    private static void FactorSearchOf(ForgeryFamily family, double factor, float[][] models, float[] forged)
    {
        IAttack attack = family switch
        {
            ForgeryFamily.FallOfEmpires => new FallOfEmpiresAttack(factor),
            ForgeryFamily.LittleIsEnoughAbove => new LittleIsEnoughAttack(factor, 1),
            _ => new LittleIsEnoughAttack(factor, -1),
        };
        attack.Forge(AttackCase.View(attack, models[1..]), forged);
    }

    private static double ShiftOf(AggregationPipeline pipeline, float[][] models, float[] forged, int copies)
    {
        var result = Sample.Aggregate(pipeline, [.. models, .. Enumerable.Repeat(forged, copies)], byzantine: 2);
        var mean = new float[forged.Length];
        new HonestAttack().Forge(AttackCase.View(new HonestAttack(), models[1..]), mean);
        return Math.Sqrt(result.Zip(mean).Sum(pair => ((double)pair.First - pair.Second) * (pair.First - pair.Second)));
    }
}
