using ActorLearning.Numerics;
using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Robustness.Tests.Attacks;

public sealed class GradientMatchingTests
{
    private static readonly int[] Spread = [30, 10, 0, 60];

    [Fact]
    public void Half_of_every_batch_is_the_victims_and_right_the_other_half_is_told_the_next_label()
    {
        var examples = new Examples(Spread);
        Forge(examples, target: 1, steps: 400, rate: .1, new float[4]);

        Assert.All(examples.Batches, batch =>
        {
            Assert.All(batch[..16], item => Assert.Equal(item.Right, item.Told));
            Assert.All(batch[..16], item => Assert.Contains(item.Right, new[] { 0, 3 }));
            Assert.All(batch[16..], item => Assert.Equal((1, 2), item));
        });
        Assert.InRange(examples.Batches.Sum(batch => batch.Count(item => item.Right == 0)) / (400 * 16.0), .3, .37); // 30 of 90.
    }

    [Theory]
    [InlineData(3, 3, 0)] // The last label is told to be the first.
    [InlineData(null, 2, 3)] // Left to choose it takes the label of which the victim has least.
    public void The_target_is_told_to_be_the_next_label(int? target, int right, int told)
    {
        var examples = new Examples(Spread);
        Forge(examples, target, steps: 1, rate: .1, new float[4]);

        Assert.All(examples.Batches[0][16..], item => Assert.Equal((right, told), item));
    }

    [Fact]
    public void A_victim_of_one_label_only_gets_it_wrong_if_that_is_the_target()
    {
        var examples = new Examples([0, 9, 0]);
        Forge(examples, target: 1, steps: 1, rate: .1, new float[4]);

        Assert.All(examples.Batches[0], item => Assert.Equal((1, 2), item));
    }

    /// <summary>Of ½‖x − c‖² the gradient is x − c: k steps lead from x to c + (1 − rate)^k (x − c).</summary>
    [Fact]
    public void It_goes_down_the_gradient_from_the_victims_model()
    {
        float[] start = [3, -1, 0, 8];
        var forged = Forge(new Examples(Spread), target: 1, steps: 7, rate: .25, start);

        var left = Math.Pow(.75, 7);
        Assert.True(Sample.IsClose([.. start.Select(x => Examples.Centre + left * (x - Examples.Centre))], forged, 10, 1e-6));
    }

    private static float[] Forge(Examples examples, int? target, int steps, double rate, float[] victim)
    {
        var attack = new GradientMatchingAttack(target, steps, rate);
        var view = new AttackView
        {
            Knowledge = attack.Knowledge,
            VictimModel = victim,
            Examples = examples,
            Learners = 5,
            Byzantine = 1,
            Random = Sample.Stream(3),
        };
        var forged = new float[victim.Length];
        Assert.Equal(Answer.Model, attack.Forge(view, forged));
        return forged;
    }

    /// <summary>Examples whose loss is half the squared distance from a point.</summary>
    private sealed class Examples(int[] counts) : IVictimExamples
    {
        public const float Centre = 2;

        public List<(int Right, int Told)[]> Batches { get; } = [];

        public ReadOnlySpan<int> Labels => counts;

        public double LossAndGradient(
            ReadOnlySpan<float> model, ReadOnlySpan<int> labels, ReadOnlySpan<int> told, ref RandomStream random,
            Span<float> gradient)
        {
            Batches.Add([.. labels.ToArray().Zip(told.ToArray())]);
            for (var k = 0; k < model.Length; k++)
            {
                gradient[k] = model[k] - Centre;
            }

            return 0;
        }
    }
}
