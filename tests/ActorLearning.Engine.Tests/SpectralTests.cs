using ActorLearning.Engine.Compute;
using ActorLearning.Engine.Preparation;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;

namespace ActorLearning.Engine.Tests;

/// <summary>The attack that drives those sides of a graph apart that mix slowest.</summary>
public sealed class SpectralTests
{
    [Fact]
    public void On_a_ring_with_one_liar_the_slowest_mode_of_the_honest_line_is_half_a_cosine()
    {
        var vector = Lie(learners: 9, byzantine: [8], "exchange.peers=ring");

        double[] cosine = [.. Enumerable.Range(0, 8).Select(i => Math.Cos(Math.PI * (i + .5) / 8))];
        var length = Math.Sqrt(cosine.Sum(x => x * x)) * Math.Sign(vector[0]);
        Assert.All(cosine.Zip(vector), pair => Assert.Equal(pair.First / length, pair.Second, 1e-5));
    }

    [Fact]
    public void Two_worlds_are_told_apart()
    {
        var vector = Lie(learners: 14, byzantine: [3, 10], "exchange.peers=two-worlds(1)");

        Assert.All(vector[..6], entry => Assert.Equal(Math.Sign(vector[0]), Math.Sign(entry)));
        Assert.All(vector[6..], entry => Assert.Equal(-Math.Sign(vector[0]), Math.Sign(entry)));
    }

    [Fact]
    public void Honest_learners_that_cannot_reach_each_other_are_driven_apart_as_a_whole()
    {
        var vector = Lie(learners: 8, byzantine: [0, 4], "exchange.peers=ring");

        Assert.All(vector[..3], entry => Assert.Equal(vector[0], entry, 1e-5));
        Assert.All(vector[3..], entry => Assert.Equal(-vector[0], entry, 1e-5));
    }

    [Fact]
    public void A_run_pulls_all_honest_models_for_it_and_ends_with_the_same_bits_on_any_number_of_threads()
    {
        string[] setting = ["exchange.peers=ring", "byzantine.attack=spectral", "aggregation=gts", "exchange.assumedByzantine=1"];

        var one = SmallRun.Run(new Embedded.EmbeddedOptions { Threads = 1 }, setting);
        var three = SmallRun.Run(new Embedded.EmbeddedOptions { Threads = 3, PoisonFreeBuffers = true }, setting);

        Assert.Equal(one.ModelHash, three.ModelHash);
        Assert.NotEqual(SmallRun.Run([.. setting, "byzantine.attack=honest"]).ModelHash, one.ModelHash);
    }

    /// <summary>
    /// What the attack adds to a victim's model of zeros where learner i's model is the unit vector i: its entries of the Fiedler
    /// vector, the victim's positive.
    /// </summary>
    private static double[] Lie(int learners, int[] byzantine, string peers)
    {
        var setup = RunSetup.Load(SmallRun.Scenario(
            $"learners={learners}", $"byzantine.count={byzantine.Length}", $"byzantine.placement=[{string.Join(",", byzantine)}]",
            "byzantine.attack=spectral", peers, "aggregation=gossip", "exchange.assumedByzantine=1"));
        var (honest, length) = (setup.Population.Honest, setup.Objective.Parameters);
        Model[] known =
        [
            .. honest.Select((_, rank) => new Model(
                [.. Enumerable.Range(0, length).Select(k => k == rank ? 1f : 0)], isFinite: true)),
        ];
        var forged = new float[length];

        new LearnerCompute(setup).Forge(
            new LearnerId(byzantine[0]),
            new Forge(new ExchangeKey(new Round(2), 0), new LearnerId(honest[0]), known)
            {
                VictimModel = new Model(new float[length], isFinite: true),
            },
            forged, new Worker());

        Assert.True(forged[0] > 0);
        return [.. forged[..honest.Count].Select(x => (double)x)];
    }
}
