using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Robustness.Tests.Attacks;

/// <summary>Attacks that look at whole models and not at coordinates.</summary>
public sealed class GeometricAttackTests
{
    [Theory]
    [InlineData(DeviationDirection.Deviation)]
    [InlineData(DeviationDirection.Unit)]
    [InlineData(DeviationDirection.Sign)]
    public void Min_max_goes_as_far_as_the_honest_diameter_and_no_further(DeviationDirection direction)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var honest = Sample.Models(2 + seed % 7, length: 25, number: seed);
            var forged = Forge(new MinMaxAttack(direction), honest);

            var diameter = honest.Max(a => honest.Max(b => Distance(a, b)));
            var farthest = honest.Max(model => Distance(model, forged));

            Assert.Equal(diameter, farthest, 1e-4 * diameter);
        }
    }

    [Fact]
    public void Min_max_against_one_or_equal_models_is_that_model()
    {
        var model = Sample.Models(1, length: 5, number: 1)[0];

        Assert.True(Sample.IsClose([.. model], Forge(new MinMaxAttack(DeviationDirection.Unit), [model]), 1));
        Assert.True(Sample.IsClose([.. model], Forge(new MinMaxAttack(DeviationDirection.Deviation), [model, model, model]), 1));
    }

    [Fact]
    public void Spectral_pushes_the_victim_further_to_its_own_side_of_two_camps()
    {
        float[][] camps = [[5, 0, 0], [5, .1f, 0], [5, 0, .1f], [-5, 0, 0], [-5, .1f, 0], [-5, 0, -.1f]];

        var right = Forge(new SpectralAttack(1), camps);
        var left = Forge(new SpectralAttack(1), [.. camps.Reverse()]);

        // Seven models: the victim stands among its own peers in this view. Σ eⱼ xⱼ is the top singular value along x.
        Assert.Equal(5 + Math.Sqrt(7 * 25 - 25 / 7.0), right[0], 1e-2);
        Assert.Equal(-right[0], left[0], 1e-2);
    }

    [Theory]
    [InlineData(.3, 2)]
    [InlineData(0, 2)]
    [InlineData(-.6, -2)]
    public void Spectral_on_a_graph_adds_the_slowest_mode_to_the_victims_model_to_its_side(double entry, double side)
    {
        float[][] honest = [[1, 0], [0, 1], [5, 7]];
        var (attack, forged) = (new SpectralAttack(2), new float[2]);

        attack.Forge(
            new AttackView
            {
                Knowledge = attack.Knowledge,
                Honest = honest,
                VictimModel = [10, 20],
                FiedlerVector = [.3, .3, -.6],
                VictimEntry = entry,
                Learners = 5,
                Byzantine = 2,
                Random = Sample.Stream(1),
            },
            forged);

        Assert.Equal(10 + side * (.3 - 3), forged[0], 1e-5);
        Assert.Equal(20 + side * (.3 - 4.2), forged[1], 1e-5);
    }

    [Fact]
    public void Spectral_against_equal_models_is_that_model()
    {
        var model = Sample.Models(1, length: 9, number: 1)[0];

        Assert.Equal(model, Forge(new SpectralAttack(3), [model, model, model]));
    }

    private static float[] Forge(IAttack attack, float[][] honest)
    {
        var forged = new float[honest[0].Length];
        Assert.Equal(Answer.Model, attack.Forge(AttackCase.View(attack, honest), forged));
        return forged;
    }

    private static double Distance(float[] a, float[] b) =>
        Math.Sqrt(a.Zip(b).Sum(pair => ((double)pair.First - pair.Second) * ((double)pair.First - pair.Second)));
}
