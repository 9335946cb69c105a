using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Byzantine;

public sealed class ByzantineLyingTests
{
    [Fact]
    public void Every_round_is_reported_at_once_and_again_when_it_is_ticked_again()
    {
        var liar = new ByzantineHarness(Reconnaissance.AllHonest);

        var first = liar.Tick(1);
        var repeated = liar.Tick(1);
        var later = liar.Tick(3);
        var overtaken = liar.Tick(2);

        Assert.Equal<Effect>([new Report(RoundOf(1), new RoundFacts())], first);
        Assert.Equal(first, repeated);
        Assert.Equal<Effect>([new Report(RoundOf(3), new RoundFacts())], later);
        Assert.Empty(overtaken);
    }

    [Fact]
    public void The_lie_is_sent_to_its_victim()
    {
        var liar = new ByzantineHarness(Reconnaissance.None);
        liar.Tick(1);
        liar.PulledBy(2, Key(1));
        var lie = ModelOf(-100);

        var effects = liar.Forged(2, Key(1), lie);

        Assert.Equal<Effect>([new Reply(Id(2), Key(1), lie)], effects);
    }

    [Fact]
    public void Silence_sends_nothing()
    {
        var liar = new ByzantineHarness(Reconnaissance.None);
        liar.Tick(1);
        liar.PulledBy(2, Key(1));

        var effects = liar.Forged(2, Key(1), model: null);

        Assert.Empty(effects);
    }

    [Fact]
    public void A_victim_is_lied_to_once_an_exchange_however_often_it_asks()
    {
        var liar = new ByzantineHarness(Reconnaissance.None, steps: 2);
        liar.Tick(1);

        var effects = new[] { Key(1), Key(1), Key(1, 1), Key(1, 1), Key(1) }.SelectMany(key => liar.PulledBy(2, key));

        Assert.Equal([Key(1), Key(1, 1)], effects.Select(effect => ((Forge)effect).Key));
    }

    [Theory]
    [InlineData(3, 0, true)]
    [InlineData(4, 1, true)]
    [InlineData(5, 0, true)]
    [InlineData(2, 0, false)]
    [InlineData(6, 0, false)]
    [InlineData(4, 2, false)]
    [InlineData(4, -1, false)]
    [InlineData(int.MaxValue, 0, false)]
    [InlineData(int.MinValue, 0, false)]
    public void Only_exchanges_of_the_previous_this_and_the_next_round_are_lied_to(int round, int step, bool isLiedTo)
    {
        var liar = new ByzantineHarness(Reconnaissance.None, steps: 2);
        liar.Tick(4);

        var effects = liar.PulledBy(2, Key(round, step));

        Assert.Equal(isLiedTo, effects.Count == 1);
        Assert.Equal(isLiedTo, liar.State.Victims.Length == 1);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    [InlineData(int.MinValue)]
    public void Nobody_is_not_lied_to(int victim)
    {
        var liar = new ByzantineHarness(Reconnaissance.VictimPulls);
        liar.Tick(1);

        var effects = liar.PulledBy(victim, Key(1));

        Assert.Empty(effects);
        Assert.Empty(liar.State.Victims);
    }

    [Fact]
    public void Old_exchanges_are_forgotten()
    {
        var liar = new ByzantineHarness(Reconnaissance.VictimPulls);
        liar.Tick(1);
        liar.PulledBy(2, Key(1));
        liar.Answer(3, Key(1), ModelOf(3));

        liar.Tick(2);
        var afterOne = (liar.State.Sightings.Length, liar.State.Victims.Length);
        liar.Tick(3);
        var afterTwo = (liar.State.Sightings.Length, liar.State.Victims.Length);

        Assert.Equal((1, 1), afterOne);
        Assert.Equal((0, 0), afterTwo);
    }

    [Fact]
    public void A_flood_of_pulls_leaves_a_state_of_bounded_size()
    {
        var liar = new ByzantineHarness(Reconnaissance.AllHonest, steps: 2);

        for (var round = 1; round <= 50; round++)
        {
            liar.Tick(round);
            for (var i = 0; i < 12 * 3 * 9; i++)
            {
                liar.PulledBy(i % 9 - 1, Key(round + i / 27 - 5, i / 9 % 3));
            }
        }

        // Three rounds of two exchanges, six learners, four of them honest.
        Assert.Equal((36, 24), (liar.State.Victims.Length, liar.State.Sightings.Length));
    }

    [Fact]
    public void A_new_life_knows_nothing_and_goes_on_lying_at_the_next_tick()
    {
        var liar = new ByzantineHarness(Reconnaissance.None);
        liar.Tick(5);
        liar.PulledBy(2, Key(5));

        liar.Feed(new Restarted());
        var asleep = liar.PulledBy(2, Key(6));
        liar.Tick(6);
        var awake = liar.PulledBy(2, Key(6));

        Assert.Empty(asleep);
        Assert.IsType<Forge>(Assert.Single(awake));
    }
}
