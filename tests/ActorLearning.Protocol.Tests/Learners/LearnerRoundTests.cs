using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Peers;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Learners;

public sealed class LearnerRoundTests
{
    [Fact]
    public void A_tick_starts_the_local_steps_from_the_own_model()
    {
        var learner = new LearnerHarness();

        var effects = learner.Tick(1);

        Assert.Equal<Effect>([new Train(RoundOf(1), learner.StartModel)], effects);
    }

    [Fact]
    public void After_the_local_steps_the_selected_peers_are_pulled()
    {
        var selection = new UniformPull(seed: 7, learners: 20, peers: 4);
        var learner = new LearnerHarness(learners: 20, selection: selection);
        learner.Tick(3);

        var effects = learner.Trained(3, ModelOf(1));

        var expected = selection.Select(Id(0), Key(3)).Select(peer => new Pull(peer, Key(3), Deadline));
        Assert.Equal(expected, effects);
    }

    [Fact]
    public void The_aggregation_gets_the_own_half_step_model_first_and_then_the_answers_by_peer()
    {
        var learner = new LearnerHarness(peers: 3, assumedByzantine: 1);
        var own = learner.ReachPulling();
        var (one, two, three) = (ModelOf(10), ModelOf(20), ModelOf(30));

        var early = learner.Answer(3, Key(1), three);
        var between = learner.Answer(1, Key(1), one);
        var effects = learner.Answer(2, Key(1), two);

        Assert.Empty(early);
        Assert.Empty(between);
        var aggregation = Assert.IsType<Aggregate>(Assert.Single(effects));
        Assert.Equal(Key(1), aggregation.Key);
        Assert.Equal(1, aggregation.AssumedByzantine);
        Assert.True(aggregation.HasOwn);
        Contribution[] expected =
            [new(Id(0), own, true), new(Id(1), one, true), new(Id(2), two, true), new(Id(3), three, true)];
        Assert.Equal(expected, aggregation.Contributions);
    }

    [Fact]
    public void The_round_ends_with_a_report_of_what_happened_in_it()
    {
        var learner = new LearnerHarness(peers: 3);
        learner.ReachPulling();
        for (var peer = 1; peer <= 3; peer++)
        {
            learner.Answer(peer, Key(1), ModelOf(peer));
        }

        var result = ModelOf(5);
        var effects = learner.Aggregated(Key(1), result, byzantineMet: 2);

        var expected = new RoundFacts
        {
            TrainingLoss = 0.5,
            AfterTraining = new Quality(0.25, 1.5),
            Pulls = 3,
            Answers = 3,
            ByzantineMet = 2,
        };
        Assert.Equal<Effect>([new Report(RoundOf(1), expected)], effects);
        Assert.Same(result, learner.Model);
    }

    [Fact]
    public void The_next_round_starts_from_the_aggregated_model_and_with_fresh_facts()
    {
        var learner = new LearnerHarness(peers: 3);
        learner.WholeRound(1);
        var aggregated = learner.Model!;

        var effects = learner.Tick(2);

        Assert.Equal<Effect>([new Train(RoundOf(2), aggregated)], effects);
        Assert.Equal(new RoundFacts(), learner.Facts);
    }

    [Fact]
    public void Every_consensus_step_publishes_the_last_aggregate_and_pulls_again_before_one_report()
    {
        var learner = new LearnerHarness(peers: 1, steps: 3);
        learner.ReachPulling();
        learner.Answer(1, Key(1), ModelOf(1));

        var first = ModelOf(10);
        var second = learner.Aggregated(Key(1), first);
        learner.Answer(1, Key(1, 1), ModelOf(2));
        var third = learner.Aggregated(Key(1, 1), ModelOf(11), byzantineMet: 1);
        learner.Answer(1, Key(1, 2), ModelOf(3));
        var last = learner.Aggregated(Key(1, 2), ModelOf(12));

        Assert.Equal<Effect>([new Pull(Id(1), Key(1, 1), Deadline)], second);
        Assert.Equal<Effect>([new Reply(Id(5), Key(1, 1), first)], learner.PulledBy(5, Key(1, 1)));
        Assert.Equal<Effect>([new Pull(Id(1), Key(1, 2), Deadline)], third);
        var report = Assert.IsType<Report>(Assert.Single(last));
        Assert.Equal((3, 3, 1), (report.Facts.Pulls, report.Facts.Answers, report.Facts.ByzantineMet));
    }

    [Fact]
    public void Where_the_rule_refuses_the_half_step_model_is_kept()
    {
        var learner = new LearnerHarness(peers: 1);
        var halfStep = learner.ReachPulling();
        learner.Answer(1, Key(1), ModelOf(9));

        var effects = learner.Aggregated(Key(1), model: null);

        Assert.IsType<Report>(Assert.Single(effects));
        Assert.Same(halfStep, learner.Model);
    }

    [Fact]
    public void A_learner_without_peers_aggregates_its_own_model_alone()
    {
        var learner = new LearnerHarness(peers: 0);
        learner.Tick(1);

        var effects = learner.Trained(1, ModelOf(4));

        var aggregation = LearnerHarness.TheAggregation(effects);
        Assert.Equal(Id(0), Assert.Single(aggregation.Contributions).Peer);
    }
}
