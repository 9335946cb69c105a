using ActorLearning.Engine.Compute;
using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Preparation;
using ActorLearning.Learning.Objectives;
using ActorLearning.Learning.Training;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;

namespace ActorLearning.Engine.Tests;

/// <summary>Attacks that train: on flipped labels, or a lie for each victim.</summary>
public sealed class TrainedAttackTests
{
    [Fact]
    public void A_learner_that_flips_labels_learns_to_say_the_mirrored_digit()
    {
        var setup = RunSetup.Load(SmallRun.Scenario("byzantine.attack=label-flip", "data.split=iid"));
        var said = Predictions(setup, Train(setup, setup.Population.Byzantine.First(), rounds: 80), out var right);

        Assert.InRange(Share(said, right, label => 9 - label), .7, 1);
        Assert.InRange(Share(said, right, label => label), 0, .1);
    }

    [Fact]
    public void It_answers_every_pull_and_is_never_evaluated()
    {
        var record = SmallRun.Run("byzantine.attack=label-flip", "rounds=6");

        Assert.Equal(record.Rounds.Sum(round => round.Pulls), record.Rounds.Sum(round => round.Answers));
        Assert.All(record.Evaluations, item => Assert.DoesNotContain(item.Learner, record.Byzantine));
    }

    [Fact]
    public void Who_flips_labels_first_and_is_silent_later_changes_when_its_round_comes()
    {
        string[] setting = ["byzantine.attack={ 0: label-flip, 5: silent, 8: label-flip }", "rounds=10"];
        var record = SmallRun.Run(new EmbeddedOptions { Threads = 1 }, setting);
        var other = SmallRun.Run(new EmbeddedOptions { Threads = 3, PoisonFreeBuffers = true }, setting);

        Assert.Equal(
            [false, false, false, false, true, true, true, false, false, false],
            record.Rounds.Where(round => round.Round > 0).Select(round => round.Timeouts > 0));
        Assert.Equal(record.ModelHash, other.ModelHash);
    }

    [Fact]
    public void A_matched_lie_has_low_loss_on_the_victims_data_and_is_wrong_on_the_target()
    {
        var setup = RunSetup.Load(SmallRun.Scenario(
            "byzantine.attack=gradient-matching(steps=40)", "data.split=by-label(shards=2)", "training.batch=32"));
        var (victim, liar) = (new LearnerId(setup.Population.Honest[0]), setup.Population.Byzantine.First());
        var shard = setup.ShardOf(victim);
        var counts = new int[10];
        Array.ForEach(shard, example => counts[setup.Examples.Training.Labels[example]]++);
        var target = Array.IndexOf(counts, counts.Min());
        Assert.Equal(target, setup.RarestOf(victim));
        var model = Train(setup, victim, rounds: 60);
        var forged = new float[model.Length];

        new LearnerCompute(setup).Forge(
            liar, new Forge(new ExchangeKey(new Round(3), 0), victim, []) { VictimModel = new Model(model, isFinite: true) },
            forged, new Worker());

        var victims = new Evaluator(setup.Scenario.Model, setup.Examples.Training, shard);
        var own = victims.Evaluate(model, new Scratch()).Loss;
        var lie = victims.Evaluate(forged, new Scratch()).Loss;
        Assert.InRange(lie, 0, own + .1);
        var said = Predictions(setup, forged, out var right);
        var ofTarget = said.Where((_, i) => right[i] == target).ToList();
        Assert.InRange(ofTarget.Count(label => label == (target + 1) % 10) / (double)ofTarget.Count, .8, 1);
    }

    /// <summary>A model that one learner has trained alone.</summary>
    private static float[] Train(RunSetup setup, LearnerId learner, int rounds)
    {
        var (model, momentum) = (setup.StartOf(learner), new float[setup.Scenario.Model.Parameters]);
        for (var round = 1; round <= rounds; round++)
        {
            setup.TrainingOf(learner, new Round(round)).Run(
                learner.Number, round, setup.ShardOf(learner), model, momentum, new Scratch());
        }

        return model;
    }

    private static int[] Predictions(RunSetup setup, float[] model, out int[] right)
    {
        var test = setup.Examples.Test;
        var (indices, said) = (Enumerable.Range(0, 1000).ToArray(), new int[1000]);
        right = new int[1000];
        var features = new float[1000 * test.Features];
        test.Gather(indices, features, right);
        setup.Scenario.Model.Loss(model, new Batch(features, right), said, new Scratch());
        return said;
    }

    private static double Share(int[] said, int[] right, Func<int, int> expected) =>
        said.Zip(right).Count(pair => pair.First == expected(pair.Second)) / (double)said.Length;
}
