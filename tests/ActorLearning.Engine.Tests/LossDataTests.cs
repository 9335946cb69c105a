using ActorLearning.Engine.Compute;
using ActorLearning.Engine.Preparation;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Tests;

/// <summary>On which of its own examples a learner measures losses.</summary>
public sealed class LossDataTests
{
    private static readonly LearnerId Learner = new(new Population(SmallRun.Scenario()).Honest[0]);

    [Theory]
    [InlineData("zeno")]
    [InlineData("ubar")]
    [InlineData("inverse-loss")]
    [InlineData("loss-threshold")]
    public void A_rule_that_looks_at_held_back_data_needs_some(string rule)
    {
        var error = Assert.Throws<InputException>(() => SmallRun.Scenario($"aggregation={rule}(data=held-back)"));

        Assert.Contains(
            "aggregation: measures losses on held-back data, and training.holdBack is 0; set it to 0.1, say", error.Message);
    }

    [Fact]
    public void Every_kind_of_data_is_examples_of_its_own()
    {
        var setup = Setup("aggregation=inverse-loss(data=held-back)", "training.holdBack=0.1");
        var (model, oracle) = (setup.StartOf(Learner), new Worker().LossesOf(setup, Learner, new Round(3), []));
        var later = new Worker().LossesOf(setup, Learner, new Round(4), []);

        LossData[] kinds = [LossData.Batch, LossData.Fresh, LossData.HeldBack];
        var losses = kinds.Select(data => oracle.Loss(model, data)).ToList();

        Assert.Equal(3, losses.Distinct().Count());
        Assert.Equal(losses[0], oracle.Loss(model));
        Assert.Equal(losses[1], oracle.Loss(model, LossData.Fresh)); // All models of a round are measured on one batch.
        Assert.NotEqual(losses[1], later.Loss(model, LossData.Fresh));
        Assert.Equal(losses[2], later.Loss(model, LossData.HeldBack));
        Assert.Equal(setup.HeldBack(Learner).Evaluate(model, new Scratch()).Loss, losses[2]);
    }

    [Theory]
    [InlineData("inverse-loss")]
    [InlineData("zeno")]
    [InlineData("ubar")]
    [InlineData("loss-threshold")]
    public void The_choice_of_data_changes_the_run(string rule)
    {
        var more = rule == "loss-threshold" ? "theta=-1, " : "";
        string[] kinds = ["batch", "fresh", "held-back"];
        var hashes = kinds.Select(data =>
            SmallRun.Run($"aggregation={rule}({more}data={data})", "training.holdBack=0.1", "rounds=4").ModelHash).ToList();

        Assert.Equal(3, hashes.Distinct().Count());
    }

    [Fact]
    public void An_attack_that_rehearses_reckons_with_the_victims_losses()
    {
        string[] setting = ["data.split=iid", "aggregation=inverse-loss(filter=none)", "rounds=4", "byzantine.count=3"];

        // Without the losses every lie would be refused alike, and the search would stay at factor 0: the honest mean.
        Assert.NotEqual(
            SmallRun.Run([.. setting, "byzantine.attack=honest"]).ModelHash,
            SmallRun.Run([.. setting, "byzantine.attack=optimised-alie"]).ModelHash);
    }

    private static RunSetup Setup(params string[] overrides) => RunSetup.Load(SmallRun.Scenario(overrides));
}
