using ActorLearning.Protocol.Byzantine;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Byzantine;

/// <summary>Reconnaissance of the victim itself, of one target, and one that changes with the round.</summary>
public sealed class ByzantineKnowledgeTests
{
    [Fact]
    public void The_victims_own_model_is_pulled_too_and_handed_over_apart_from_the_others()
    {
        var liar = new ByzantineHarness(new Reconnaissance { SeesPulls = true, SeesVictim = true });
        liar.Tick(1);

        var pulls = liar.PulledBy(1, Key(1));
        liar.Answer(1, Key(1), ModelOf(1));
        liar.Answer(2, Key(1), ModelOf(2));
        var forgery = ByzantineHarness.TheForgery(liar.Answer(3, Key(1), ModelOf(3)));

        Assert.Equal(Ids(1, 2, 3), ByzantineHarness.Pulled(pulls));
        Assert.Equal([2f, 3f], forgery.Known.Select(model => model.Values[0]));
        Assert.Equal(1f, forgery.VictimModel!.Values[0]);
    }

    [Fact]
    public void Of_a_victim_that_pulled_no_honest_learner_its_own_model_is_both()
    {
        var liar = new ByzantineHarness(new Reconnaissance { SeesPulls = true, SeesVictim = true }, peers: 2);
        liar.Tick(1);

        liar.PulledBy(3, Key(1));
        var forgery = ByzantineHarness.TheForgery(liar.Answer(3, Key(1), ModelOf(3)));

        Assert.Equal(3f, Assert.Single(forgery.Known).Values[0]);
        Assert.Equal(3f, forgery.VictimModel!.Values[0]);
    }

    [Fact]
    public void Who_sees_only_the_victim_knows_no_other_model()
    {
        var liar = new ByzantineHarness(new Reconnaissance { SeesVictim = true });
        liar.Tick(1);

        var pulls = liar.PulledBy(0, Key(1));
        var forgery = ByzantineHarness.TheForgery(liar.Answer(0, Key(1), ModelOf(9)));

        Assert.Equal(Ids(0), ByzantineHarness.Pulled(pulls));
        Assert.Empty(forgery.Known);
        Assert.Equal(9f, forgery.VictimModel!.Values[0]);
    }

    [Fact]
    public void What_was_not_to_be_seen_is_not_handed_over_even_where_another_victim_had_it_pulled()
    {
        var liar = new ByzantineHarness(Reconnaissance.VictimPulls);
        liar.Tick(1);
        liar.PulledBy(1, Key(1));
        liar.Answer(2, Key(1), ModelOf(2));
        liar.Answer(3, Key(1), ModelOf(3));

        var forgery = ByzantineHarness.TheForgery(liar.PulledBy(2, Key(1)));

        Assert.Null(forgery.VictimModel);
        Assert.Single(forgery.Known);
    }

    [Fact]
    public void One_target_is_pulled_whoever_the_victim_is()
    {
        var liar = new ByzantineHarness(new Reconnaissance { Target = Id(3) });
        liar.Tick(1);

        var pulls = liar.PulledBy(0, Key(1));
        var first = ByzantineHarness.TheForgery(liar.Answer(3, Key(1), ModelOf(3)));
        var target = ByzantineHarness.TheForgery(liar.PulledBy(3, Key(1)));

        Assert.Equal(Ids(3), ByzantineHarness.Pulled(pulls));
        Assert.Equal(first.Known, target.Known);
    }

    [Fact]
    public void Reconnaissance_is_that_of_the_rounds_attack()
    {
        var settings = new ByzantineHarness(Reconnaissance.None, changes: (RoundOf(3), Reconnaissance.AllHonest));
        settings.Tick(2);

        var blind = settings.PulledBy(1, Key(2));
        var ahead = settings.PulledBy(1, Key(3));

        Assert.Empty(ByzantineHarness.TheForgery(blind).Known);
        Assert.Equal(Ids(0, 1, 2, 3), ByzantineHarness.Pulled(ahead));
    }
}
