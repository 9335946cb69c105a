using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Robustness.Tests.Attacks;

public sealed class AutomaticDeviationsTests
{
    [Theory]
    [InlineData(7, 2, 0.2533471031357998)]
    [InlineData(11, 3, 0.31863936396437514)]
    [InlineData(16, 7, 0.7647096737863872)]
    [InlineData(9, 0, -0.1397102988818621)]
    [InlineData(10, 5, 0.8416212335729143)]
    public void The_deviations_are_those_of_the_paper(int learners, int byzantine, double expected) =>
        Assert.Equal(expected, AutomaticDeviations.Of(learners, byzantine), 13);

    [Fact]
    public void Where_the_formula_has_no_solution_it_is_held_half_a_learner_away_from_the_end()
    {
        // 3 of 4: the attackers are a majority; one honest learner, so half a learner from either end is the middle.
        Assert.Equal(0, AutomaticDeviations.Of(4, 3));
        Assert.Equal(0.9674215661017010, AutomaticDeviations.Of(9, 6), 12); // Φ⁻¹(1 − 1/6)
        Assert.Equal(-0.6744897501960817, AutomaticDeviations.Of(2, 0), 12); // Φ⁻¹(1/4)
    }

    [Fact]
    public void It_is_finite_and_grows_with_the_number_of_attackers()
    {
        for (var learners = 2; learners < 60; learners++)
        {
            var before = double.NegativeInfinity;
            for (var byzantine = 0; byzantine <= learners / 2; byzantine++)
            {
                var deviations = AutomaticDeviations.Of(learners, byzantine);
                Assert.True(double.IsFinite(deviations) && deviations >= before, $"{byzantine} of {learners}: {deviations}");
                before = deviations;
            }
        }
    }
}
