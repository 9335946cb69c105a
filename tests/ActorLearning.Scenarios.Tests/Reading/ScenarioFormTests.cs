using ActorLearning.Learning.Splits;
using ActorLearning.Protocol.Learners;
using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Scenarios.Tests.Reading;

/// <summary>The other forms a value may have.</summary>
public sealed class ScenarioFormTests
{
    [Fact]
    public void A_list_of_Byzantine_entries_is_a_mixed_population()
    {
        var scenario = Small.Read(Small.With(3, """
            byzantine:
              - { count: 1, attack: silent }
              - { count: 2, attack: "alie(z=1, sign=-)", placement: [9, 0] }
              - { attack: nan }
            """));

        Assert.Equal(3, scenario.ByzantineCount);
        Assert.Collection(
            scenario.Byzantine,
            first =>
            {
                Assert.IsType<SilentAttack>(first.Attacks.At(1));
                Assert.Equal((1, "silent"), (first.Count, first.AttackText));
                Assert.Null(first.Placement);
            },
            second =>
            {
                Assert.IsType<LittleIsEnoughAttack>(second.Attacks.At(1));
                Assert.Equal((2, "alie(z=1, sign=-)"), (second.Count, second.AttackText));
                Assert.Equal([9, 0], second.Placement!);
            });
    }

    [Fact]
    public void A_placement_names_the_learners()
    {
        var scenario = Small.Read(Small.With(3, "byzantine: { count: 2, placement: [3, 7] }"));

        Assert.Equal([3, 7], Assert.Single(scenario.Byzantine).Placement!);
    }

    [Fact]
    public void A_rate_may_be_a_schedule()
    {
        var scenario = Small.Read(Small.With(6, "training: { rate: { 0: 0.5, 500: 0.1, 1000: 1e-2 } }"));

        Assert.Equal([(0, 0.5), (500, 0.1), (1000, 0.01)], scenario.Training.Rate.Steps);
    }

    [Theory]
    [InlineData("softmax-regression", 7_850)]
    [InlineData("L(10)-S", 7_850)]
    [InlineData("mlp(200,200)", 199_210)]
    [InlineData("mlp(2e2, width=200)", 199_210)]
    [InlineData("L(200)-R-L(200)-R-L(10)-S", 199_210)]
    [InlineData("mnist-cnn", 176_050)]
    [InlineData("C(20)-R-M-C(20)-R-M-L(500)-R-L(10)-S", 176_050)]
    [InlineData("C(4,kernel=3,padding=1,stride=2)-R-L(10)-S", 7_890)]
    public void A_model_is_a_name_or_a_layer_string(string model, int parameters) =>
        Assert.Equal(parameters, Small.Read(Small.With(5, $"model: {model}")).Model.Parameters);

    [Fact]
    public void Learners_and_images_of_an_evaluation_may_be_samples()
    {
        var scenario = Small.Read(Small.With(10, "evaluate: { every: 0, learners: 8, images: 10000, afterTraining: yes }"));

        Assert.Equal(new EvaluationSettings(Every: 0, Learners: 8, Images: 10_000, AfterTraining: true), scenario.Evaluation);
    }

    [Fact]
    public void An_expected_hash_is_kept()
    {
        var hash = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

        Assert.Equal(hash, Small.Read($"{Small.Text}\nexpect: {{ modelHash: {hash} }}").ExpectedModelHash);
    }

    [Fact]
    public void Times_have_units()
    {
        var exchange = Small.Read(Small.With(
            7, "exchange: { peers: pull(5), assumedByzantine: 2, deadline: 250ms, patience: 1.5m, roundDeadline: 2h }")).Exchange;

        Assert.Equal(TimeSpan.FromMilliseconds(250), exchange.Deadline);
        Assert.Equal(TimeSpan.FromSeconds(90), exchange.Patience);
        Assert.Equal(TimeSpan.FromHours(2), exchange.RoundDeadline);
    }

    [Theory]
    [InlineData("own", MissingPolicy.Own)]
    [InlineData("fault", MissingPolicy.Fault)]
    [InlineData("skip", MissingPolicy.Skip)]
    public void What_becomes_of_missing_answers_is_a_word(string word, MissingPolicy policy) =>
        Assert.Equal(policy, Small.Read(Small.Text, $"exchange.missing={word}").Exchange.Missing);

    [Fact]
    public void A_split_with_a_number_for_each_learner_is_drawn() =>
        Assert.IsType<DrawnDirichletSplit>(Small.Read(Small.Text, "data.split=dirichlet(alpha=1, per=60)").Split);
}
