using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Byzantine;

/// <summary>Answers held back and sent again.</summary>
public sealed class ByzantineTimingTests
{
    [Fact]
    public void An_answer_is_held_back_for_as_long_as_the_lie_says()
    {
        var liar = Pulled();
        var lie = ModelOf(1);

        var effects = liar.Feed(new Forged(Key(1), Id(2), lie) { Delay = TimeSpan.FromSeconds(7) });

        Assert.Equal<Effect>([new Reply(Id(2), Key(1), lie) { Delay = TimeSpan.FromSeconds(7) }], effects);
    }

    [Fact]
    public void A_flood_is_the_same_answer_again_and_again_and_leaves_no_trace_in_the_state()
    {
        var (once, flood, lie) = (Pulled(), Pulled(), ModelOf(1));

        once.Feed(new Forged(Key(1), Id(2), lie));
        var effects = flood.Feed(new Forged(Key(1), Id(2), lie) { Repeats = 999 });

        Assert.Equal(1000, effects.Count);
        Assert.All(effects, effect => Assert.Equal(new Reply(Id(2), Key(1), lie), effect));
        Assert.Equal(Laws.MachineText.Of(once.State), Laws.MachineText.Of(flood.State));
    }

    [Fact]
    public void Silence_is_not_repeated()
    {
        Assert.Empty(Pulled().Feed(new Forged(Key(1), Id(2), null) { Repeats = 5, Delay = TimeSpan.FromSeconds(1) }));
    }

    private static ByzantineHarness Pulled()
    {
        var liar = new ByzantineHarness(Reconnaissance.None);
        liar.Tick(1);
        liar.PulledBy(2, Key(1));
        return liar;
    }
}
