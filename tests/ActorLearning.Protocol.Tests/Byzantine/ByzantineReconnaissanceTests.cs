using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Effects;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Byzantine;

public sealed class ByzantineReconnaissanceTests
{
    [Fact]
    public void Without_reconnaissance_the_lie_is_made_blindly_at_once()
    {
        var liar = new ByzantineHarness(Reconnaissance.None);
        liar.Tick(1);

        var forgery = ByzantineHarness.TheForgery(liar.PulledBy(2, Key(1)));

        Assert.Equal((Key(1), Id(2)), (forgery.Key, forgery.Victim));
        Assert.Empty(forgery.Known);
    }

    [Fact]
    public void Exactly_the_honest_peers_of_the_victim_are_pulled()
    {
        var liar = new ByzantineHarness(Reconnaissance.VictimPulls);
        liar.Tick(1);

        var effects = liar.PulledBy(1, Key(1));

        Assert.Equal<Effect>([new Pull(Id(2), Key(1), Deadline), new Pull(Id(3), Key(1), Deadline)], effects);
    }

    [Fact]
    public void An_omniscient_liar_pulls_every_honest_learner()
    {
        var liar = new ByzantineHarness(Reconnaissance.AllHonest);
        liar.Tick(1);

        var effects = liar.PulledBy(1, Key(1));

        Assert.Equal(Ids(0, 1, 2, 3), ByzantineHarness.Pulled(effects));
    }

    [Fact]
    public void The_lie_is_made_when_all_models_are_there_and_sees_them_by_sender()
    {
        var liar = new ByzantineHarness(Reconnaissance.VictimPulls);
        liar.Tick(1);
        liar.PulledBy(0, Key(1));
        var (one, two, three) = (ModelOf(1), ModelOf(2), ModelOf(3));

        Assert.Empty(liar.Answer(3, Key(1), three));
        Assert.Empty(liar.Answer(1, Key(1), one));
        var forgery = ByzantineHarness.TheForgery(liar.Answer(2, Key(1), two));

        Assert.Equal([one, two, three], forgery.Known);
        Assert.Equal(Id(0), forgery.Victim);
    }

    [Fact]
    public void Each_honest_model_is_pulled_once_an_exchange_over_several_victims()
    {
        var liar = new ByzantineHarness(Reconnaissance.VictimPulls);
        liar.Tick(1);

        var first = liar.PulledBy(1, Key(1));
        var second = liar.PulledBy(0, Key(1));
        var third = liar.PulledBy(2, Key(1));

        Assert.Equal(Ids(2, 3), ByzantineHarness.Pulled(first));
        Assert.Equal(Ids(1), ByzantineHarness.Pulled(second));
        Assert.Empty(third);
    }

    [Fact]
    public void A_model_that_several_victims_pulled_serves_them_all_in_the_order_of_their_ids()
    {
        var liar = new ByzantineHarness(Reconnaissance.VictimPulls);
        liar.Tick(1);
        liar.PulledBy(2, Key(1));
        liar.PulledBy(1, Key(1));
        liar.Answer(2, Key(1), ModelOf(2));

        var effects = liar.Answer(3, Key(1), ModelOf(3));

        var forgeries = effects.Cast<Forge>().ToList();
        Assert.Equal(Ids(1, 2), forgeries.Select(forgery => forgery.Victim));
        Assert.Equal([2, 1], forgeries.Select(forgery => forgery.Known.Count));
    }

    [Fact]
    public void A_victim_whose_models_are_all_known_already_is_lied_to_at_once()
    {
        var liar = new ByzantineHarness(Reconnaissance.VictimPulls);
        liar.Tick(1);
        liar.PulledBy(1, Key(1));
        liar.Answer(2, Key(1), ModelOf(2));
        liar.Answer(3, Key(1), ModelOf(3));

        var forgery = ByzantineHarness.TheForgery(liar.PulledBy(2, Key(1)));

        Assert.Equal(3f, Assert.Single(forgery.Known).Values[0]);
    }

    [Fact]
    public void Exchanges_do_not_share_models()
    {
        var liar = new ByzantineHarness(Reconnaissance.VictimPulls, steps: 2);
        liar.Tick(1);
        liar.PulledBy(2, Key(1));

        var nextStep = liar.PulledBy(2, Key(1, 1));
        var wrongKey = liar.Answer(3, Key(2), ModelOf(3));
        var forgery = ByzantineHarness.TheForgery(liar.Answer(3, Key(1, 1), ModelOf(4)));

        Assert.Equal(Ids(3), ByzantineHarness.Pulled(nextStep));
        Assert.Empty(wrongKey);
        Assert.Equal((Key(1, 1), 4f), (forgery.Key, forgery.Known[0].Values[0]));
    }

    [Fact]
    public void Timeouts_and_broken_models_are_missing_and_the_lie_is_made_from_the_rest()
    {
        var liar = new ByzantineHarness(Reconnaissance.VictimPulls);
        liar.Tick(1);
        liar.PulledBy(0, Key(1));
        liar.TimeOut(1, Key(1));
        liar.Answer(2, Key(1), ModelOf(2));

        var forgery = ByzantineHarness.TheForgery(liar.Answer(3, Key(1), NotFinite()));

        Assert.Equal(2f, Assert.Single(forgery.Known).Values[0]);
    }

    [Fact]
    public void A_model_of_the_wrong_length_is_missing_too_and_a_second_answer_changes_nothing()
    {
        var liar = new ByzantineHarness(Reconnaissance.VictimPulls);
        liar.Tick(1);
        liar.PulledBy(2, Key(1));

        var forgery = ByzantineHarness.TheForgery(liar.Answer(3, Key(1), WrongLength()));
        var again = liar.Answer(3, Key(1), ModelOf(3)).Concat(liar.TimeOut(3, Key(1)));

        Assert.Empty(forgery.Known);
        Assert.Empty(again);
    }

    [Fact]
    public void The_models_of_a_victim_that_pulled_no_honest_one_are_its_own()
    {
        var liar = new ByzantineHarness(Reconnaissance.VictimPulls, peers: 2);
        liar.Tick(1);

        var pulls = liar.PulledBy(3, Key(1));
        var forgery = ByzantineHarness.TheForgery(liar.Answer(3, Key(1), ModelOf(3)));

        Assert.Equal(Ids(3), ByzantineHarness.Pulled(pulls));
        Assert.Equal(3f, Assert.Single(forgery.Known).Values[0]);
    }

    [Fact]
    public void Answers_that_were_not_asked_for_are_not_kept()
    {
        var liar = new ByzantineHarness(Reconnaissance.VictimPulls);
        liar.Tick(1);

        for (var i = 0; i < 1000; i++)
        {
            liar.Answer(i % 10 - 2, Key(i), ModelOf(i));
        }

        Assert.Empty(liar.State.Sightings);
    }
}
