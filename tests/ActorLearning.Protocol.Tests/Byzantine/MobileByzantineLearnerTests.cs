using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Byzantine;

/// <summary>Learner 5 of 6 pulls from 0, 1 and 2, and lies in rounds 2 and 3, as 4 does. 3 pulls from 4, 5 and 0.</summary>
public sealed class MobileByzantineLearnerTests
{
    private readonly MobileByzantineLearner machine;

    public MobileByzantineLearnerTests()
    {
        var roles = new ShiftRoles(Reconnaissance.VictimPulls);
        var peers = new NextPeers(learners: 6, peers: 3);
        var own = new LearnerSettings
        {
            Seed = 1,
            Learners = 6,
            Parameters = Make.Parameters,
            Peers = peers,
            AssumedByzantine = 1,
            PullDeadline = Deadline,
        };
        machine = new MobileByzantineLearner(own, roles.Settings(peers, learners: 6, steps: 1), new MobileByzantineState
        {
            Learner = new LearnerState { Id = Id(5), Model = ModelOf(0) },
            Byzantine = new ByzantineState { Id = Id(5) },
        });
    }

    [Fact]
    public void In_a_round_without_the_role_it_answers_with_its_own_model()
    {
        var model = Train(round: 1);

        Assert.Equal([new Reply(Id(3), Key(1), model)], Feed(new PullRequested(Id(3), Key(1))));
    }

    [Fact]
    public void In_a_round_with_the_role_it_looks_at_what_its_victim_pulls_and_lies()
    {
        Live(round: 1);
        Train(round: 2);
        var lie = ModelOf(-9);

        var wanted = Feed(new PullRequested(Id(1), Key(2))); // 1 pulls 2, 3 and 4.
        Assert.Equal([new Pull(Id(3), Key(2), Deadline)], wanted); // 2 is asked already, 4 is an accomplice.
        Assert.Empty(Feed(new ModelReceived(Id(3), Key(2), ModelOf(3))));
        var forge = Assert.IsType<Forge>(Feed(new ModelReceived(Id(2), Key(2), ModelOf(2)))[0]);

        Assert.Equal([ModelOf(2).Values[0], ModelOf(3).Values[0]], forge.Known.Select(model => model.Values[0]));
        Assert.Equal([new Reply(Id(1), Key(2), lie)], Feed(new Forged(Key(2), Id(1), lie)));
    }

    [Fact]
    public void It_trains_aggregates_and_reports_once_in_every_round_whatever_its_role()
    {
        for (var round = 1; round <= 4; round++)
        {
            var (model, reports) = Live(round);

            Assert.Equal(round, reports.Round.Number);
            Assert.Equal(3, reports.Facts.Answers);
            Assert.Same(model, machine.OwnModel);
        }
    }

    [Fact]
    public void A_model_that_both_faces_want_is_pulled_once_and_counted_once()
    {
        Live(round: 1);
        Train(round: 2);
        Feed(new PullRequested(Id(0), Key(2))); // 0 pulls 1, 2 and 3, of which 1 and 2 are asked already.

        var aggregate = Assert.IsType<Aggregate>(
            new[] { 0, 1, 2 }.SelectMany(peer => Feed(new ModelReceived(Id(peer), Key(2), ModelOf(peer)))).Single());
        var forge = Assert.IsType<Forge>(Assert.Single(Feed(new ModelReceived(Id(3), Key(2), ModelOf(3)))));

        Assert.Equal(4, aggregate.Contributions.Count);
        Assert.Equal(3, forge.Known.Count);
    }

    [Fact]
    public void An_accomplice_is_told_the_truth()
    {
        Live(round: 1);
        var model = Train(round: 2);

        Assert.Equal([new Reply(Id(4), Key(2), model)], Feed(new PullRequested(Id(4), Key(2))));
    }

    [Fact]
    public void The_round_that_is_asked_for_decides_and_not_the_one_it_is_in()
    {
        Live(round: 1);
        var early = Feed(new PullRequested(Id(0), Key(2)));
        foreach (var peer in Ids(1, 2, 3))
        {
            Feed(new PullTimedOut(peer, Key(2)));
        }

        Live(round: 2);
        Live(round: 3);

        Assert.Equal([Id(1), Id(2), Id(3)], early.Select(effect => Assert.IsType<Pull>(effect).Peer));
        Assert.Empty(Feed(new PullRequested(Id(0), Key(4)))); // Waits for the honest model of round 4.
    }

    [Fact]
    public void What_nobody_asked_for_is_counted_as_ever()
    {
        Train(round: 1);
        Feed(new ModelReceived(Id(3), Key(1), ModelOf(3)));

        Assert.Equal(1, machine.Save().Learner.Facts.Unasked);
    }

    private IReadOnlyList<Effect> Feed(Input input)
    {
        var outbox = new Outbox();
        machine.Handle(input, outbox);
        return outbox.Effects;
    }

    /// <summary>Begins a round and trains; the pulls of the learner are then under way.</summary>
    private Model Train(int round)
    {
        Assert.IsType<Train>(Assert.Single(Feed(new RoundStarted(RoundOf(round)))));
        var model = ModelOf(100 + round);
        var pulls = Feed(new Trained(RoundOf(round), model, new TrainingFacts(0, null)));
        Assert.Equal(Ids(0, 1, 2), pulls.Select(effect => Assert.IsType<Pull>(effect).Peer));
        return model;
    }

    /// <summary>A whole round.</summary>
    private (Model Model, Report Report) Live(int round)
    {
        Train(round);
        var effects = new[] { 0, 1, 2 }.SelectMany(peer => Feed(new ModelReceived(Id(peer), Key(round), ModelOf(peer)))).ToList();
        Assert.IsType<Aggregate>(Assert.Single(effects));
        var model = ModelOf(200 + round);
        return (model, Assert.IsType<Report>(Assert.Single(Feed(new Aggregated(Key(round), model, new AggregationFacts(0))))));
    }
}
