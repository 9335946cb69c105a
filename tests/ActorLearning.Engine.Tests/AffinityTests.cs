using ActorLearning.Engine.Compute;
using ActorLearning.Engine.Preparation;
using ActorLearning.Learning.Training;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;

namespace ActorLearning.Engine.Tests;

public sealed class AffinityTests
{
    private static readonly string[] Two =
    [
        "learners=2", "byzantine.count=0", "exchange.peers=complete", "exchange.assumedByzantine=0", "aggregation=gossip",
        "data.split=disjoint-labels(2)", "evaluate.afterTraining=yes", "evaluate.every=2", "training.steps=4",
    ];

    [Fact]
    public void The_bias_is_the_way_to_the_neighbours_shared_out_over_the_steps_and_the_exchange_is_taken_back_by_its_share()
    {
        var scenario = SmallRun.Scenario([.. Two, "training.affinity=0.5", "exchange.affinity=0.25"]);
        var compute = new LearnerCompute(RunSetup.Load(scenario));
        var (own, other) = (new float[scenario.Model.Parameters], new float[scenario.Model.Parameters]);
        Array.Fill(own, 1f);
        Array.Fill(other, 9f);
        var effect = new Aggregate(new(new(1), 0),
            [new(new(0), new Model(own, true), true), new(new(1), new Model(other, true), true)], 0, HasOwn: true);
        var (state, result) = (compute.CreateTrainingState(), new float[own.Length]);

        compute.Aggregate(new(0), effect, null, state, result, new Worker());

        // Consensus is 5; a quarter of the way there is taken back. d = (9 − 1)/4 steps.
        Assert.All(result, value => Assert.Equal(4, value));
        Assert.All(LocalTraining.BiasIn(state, scenario.Model).ToArray(), value => Assert.Equal(2, value));
    }

    [Fact]
    public void Of_several_exchanges_a_round_the_first_gives_the_bias_for_the_later_ones_bring_mixed_models()
    {
        var scenario = SmallRun.Scenario([.. Two, "training.affinity=0.5", "exchange.steps=2"]);
        var compute = new LearnerCompute(RunSetup.Load(scenario));
        var state = compute.CreateTrainingState();

        Exchange(step: 0, own: 1, other: 9);
        Exchange(step: 1, own: 5, other: 5);

        Assert.All(LocalTraining.BiasIn(state, scenario.Model).ToArray(), value => Assert.Equal(2, value));

        void Exchange(int step, float own, float other)
        {
            var (mine, theirs) = (new float[scenario.Model.Parameters], new float[scenario.Model.Parameters]);
            Array.Fill(mine, own);
            Array.Fill(theirs, other);
            compute.Aggregate(new(0), new Aggregate(new(new(1), step),
                [new(new(0), new Model(mine, true), true), new(new(1), new Model(theirs, true), true)], 0, HasOwn: true),
                null, state, new float[mine.Length], new Worker());
        }
    }

    [Fact]
    public void Oscillation_on_unseen_labels_is_measured_and_affinity_damps_it()
    {
        var local = SmallRun.Run([.. Two, "rounds=20"]);
        var affinity = SmallRun.Run([.. Two, "rounds=20", "training.affinity=0.5"]);

        var (loose, damped) = (Late(local), Late(affinity));
        Assert.True(loose > .05, $"local DSGD oscillates by {loose}");
        Assert.True(damped < loose, $"with affinity {damped}, without {loose}");
        Assert.All(local.Rounds.Where(round => round.Round > 0 && round.Accuracy is not null), round =>
        {
            Assert.True(round.SeenAfterTraining > round.UnseenAfterTraining);
            Assert.NotNull(round.Seen);
        });

        static double Late(Records.RunRecord record) => record.Rounds.Average(round => round.OscillationUnseen) ?? 0;
    }

    [Fact]
    public void A_synchronised_start_is_the_longest_of_all_own_starts()
    {
        string[] four = ["learners=4", "byzantine.count=1", "exchange.peers=complete", "aggregation=gts"];
        var own = RunSetup.Load(SmallRun.Scenario([.. four, "training.start=own"]));
        var max = RunSetup.Load(SmallRun.Scenario([.. four, "training.start=max-norm"]));

        var starts = own.Population.Honest.Select(number => own.StartOf(new(number))).ToList();

        var longest = starts.MaxBy(start => start.Sum(value => (double)value * value))!;
        Assert.All(own.Population.Honest, number => Assert.Equal(longest, max.StartOf(new(number))));
        Assert.NotEqual(longest, RunSetup.Load(SmallRun.Scenario(four)).StartOf(default));
    }

    [Fact]
    public void What_a_learner_holds_back_is_not_trained_on()
    {
        var all = RunSetup.Load(SmallRun.Scenario());
        var held = RunSetup.Load(SmallRun.Scenario("training.holdBack=0.25"));

        foreach (var id in held.Population.Honest.Select(number => new LearnerId(number)))
        {
            var (shard, kept) = (held.ShardOf(id), held.HeldBackOf(id));
            Assert.Equal(all.ShardOf(id), shard.Concat(kept).Order());
            Assert.Equal((int)Math.Ceiling(.25 * (shard.Length + kept.Length)), kept.Length);
        }

        Assert.Empty(all.HeldBackOf(new(all.Population.Honest[0])));
    }

    [Fact]
    public void Models_that_a_rule_takes_and_refuses_are_counted_by_who_sent_them()
    {
        var loss = SmallRun.Run("aggregation=inverse-loss", "byzantine.attack=sign-flip");
        var mean = SmallRun.Run("aggregation=mean", "byzantine.attack=sign-flip");
        var trimmed = SmallRun.Run("aggregation=trimmed-mean");

        var offered = loss.Rounds.Sum(round => round.ByzantineOffered);
        Assert.Equal(loss.Rounds.Sum(round => round.Answers), offered + loss.Rounds.Sum(round => round.HonestOffered));
        Assert.InRange(loss.Rounds.Sum(round => round.ByzantineAccepted), 0, offered / 2);
        Assert.Equal((0, mean.Rounds.Sum(round => round.ByzantineOffered)), (
            mean.Rounds.Sum(round => round.HonestRefused), mean.Rounds.Sum(round => round.ByzantineAccepted)));
        Assert.Equal(0, trimmed.Rounds.Sum(round => round.HonestOffered));
    }

    [Fact]
    public void A_threshold_falls_by_the_error_on_held_back_data_once_an_epoch()
    {
        string[] settings = ["aggregation=loss-threshold(patience=1)", "rounds=30", "training.batch=500"];

        var watched = SmallRun.Run([.. settings, "training.holdBack=0.2"]);
        var unwatched = SmallRun.Run(settings);

        Assert.NotEqual(watched.ModelHash, unwatched.ModelHash);
        Assert.Equal(watched.ModelHash, SmallRun.Run([.. settings, "training.holdBack=0.2"]).ModelHash);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_error_is_measured_at_the_end_of_each_epoch_and_only_then(int steps)
    {
        var setup = RunSetup.Load(SmallRun.Scenario(
            "aggregation=loss-threshold(patience=1000)", "training.batch=500", $"training.steps={steps}",
            "training.holdBack=0.2", "data.split=iid"));
        var (compute, worker, id) = (new LearnerCompute(setup), new Worker(), new LearnerId(setup.Population.Honest[0]));
        var own = new Contribution(id, new Model(setup.StartOf(id), isFinite: true), Answered: true);
        var (state, training) = (compute.CreateRuleState()!, compute.CreateTrainingState());
        var epochs = 0;
        for (var round = 1; round <= 60; round++)
        {
            var seen = 500 * steps * round;
            epochs = seen / setup.ShardOf(id).Length;

            compute.Aggregate(
                id, new Aggregate(new ExchangeKey(new Round(round), 0), [own, own], 1, HasOwn: true), state, training,
                new float[own.Model.Values.Length], worker);

            // The same model every time: after the first measurement each one counts as an epoch without a better error.
            Assert.Equal(Math.Max(0, epochs - 1), state.Numbers[2]);
        }

        Assert.InRange(epochs, 5, 30);
    }
}
