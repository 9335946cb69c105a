using ActorLearning.Engine.Embedded;

namespace ActorLearning.Engine.Tests;

public sealed class SameBitsTests
{
    /// <summary>One setting a line: everything that moves numbers.</summary>
    public static TheoryData<string[]> Settings =>
    [
        [],
        ["model=C(3)-R-M-L(10)-S", "rounds=2"],
        ["model=C(2,kernel=3,padding=1)-R-M-B-D-L(10)-S", "rounds=2", "aggregation=inverse-loss"],
        ["model=mlp(20)", "training.steps=2", "exchange.steps=2"],
        ["aggregation=krum", "byzantine.attack=sign-flip", "training.start=own"],
        ["aggregation=median", "byzantine.attack=silent", "exchange.replacement=2"],
        ["byzantine.attack=nan", "exchange.missing=fault"],
        ["byzantine.attack=wrong-length", "exchange.missing=skip"],
        ["byzantine.attack=silent", "exchange.roundDeadline=1s"],
        ["exchange.peers=random-connected(24)", "aggregation=gts", "byzantine.attack=dissensus", "exchange.steps=2"],
        ["exchange.peers=push(4)", "exchange.assumedByzantine=1", "aggregation=mean"],
        ["faults=[log-normal-latency(30ms), loss(0.05), duplication(0.1), 'reordering(0.2, 200ms)']"],
        ["faults=['training-time(1s, sigma=1)', 'slow(0..2, factor=10)', 'crash(4, 5, at=3s, until=6s)']", "rounds=8"],
        ["exchange.ticks=none", "byzantine.attack=silent", "exchange.replacement=2"],
        [
            "exchange.ticks=none(staleness=2)", "rounds=10",
            "faults=['training-time(1s, sigma=1)', 'crash(4, 5, at=3s, until=6s)', loss(0.05), log-normal-latency(30ms)]",
        ],
        ["learners=4", "byzantine.count=0", "exchange.peers=ring", "aggregation=gossip", "training.affinity=0.5",
            "training.dampening=none", "training.start=max-norm", "exchange.affinity=0.1", "training.steps=3"],
        ["learners=80", "byzantine.count=9", "exchange.peers=pull(9)", "exchange.assumedByzantine=4", "rounds=2"],
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_model_hash_does_not_depend_on_threads_and_repeats(string[] overrides)
    {
        var one = SmallRun.Run(new EmbeddedOptions { Threads = 1 }, overrides);

        var two = SmallRun.Run(new EmbeddedOptions { Threads = 2 }, overrides);
        var five = SmallRun.Run(new EmbeddedOptions { Threads = 5 }, overrides);

        Assert.NotNull(one.ModelHash);
        Assert.Equal(one.ModelHash, two.ModelHash);
        Assert.Equal(one.ModelHash, five.ModelHash);
        Assert.Equal(one.Evaluations, two.Evaluations);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Nobody_reads_a_buffer_that_went_back_to_the_pool(string[] overrides)
    {
        var usual = SmallRun.Run(overrides);

        var poisoned = SmallRun.Run(new EmbeddedOptions { Threads = 2, PoisonFreeBuffers = true }, overrides);

        Assert.Equal(usual.ModelHash, poisoned.ModelHash);
    }

    [Fact]
    public void Another_seed_gives_other_bits()
    {
        Assert.NotEqual(SmallRun.Run().ModelHash, SmallRun.Run("seed=8").ModelHash);
    }

    [Fact]
    public void The_hash_is_the_one_every_machine_gets()
    {
        // A change here is a change of every number ever published with this project: say so in the commit.
        Assert.Equal("8e54647f3c04ca833a29754e9aca8a482dd4e80db3426dade6e534ba99da006b", SmallRun.Run().ModelHash);
        Assert.Equal(
            "4a8a60472c808c0a4e4490384ddef55ab2b4503af9a2e021a645949dc945395c",
            SmallRun.Run("model=C(3)-R-M-L(10)-S", "rounds=2").ModelHash);
    }
}
