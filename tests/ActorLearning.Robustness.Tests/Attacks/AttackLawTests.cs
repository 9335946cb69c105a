using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Robustness.Tests.Attacks;

public sealed class AttackLawTests
{
    public static TheoryData<string> Attacks => AttackCase.Names;

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_forged_model_is_the_one_of_the_definition(string name)
    {
        for (var count = 1; count <= 20; count++)
        {
            for (var length = 1; length <= 40; length += 3)
            {
                var seed = 100 * count + length;
                var honest = Sample.Map(Sample.Models(count, length, seed), x => count % 2 == 0 ? x : x + 100);

                var forged = Forge(name, honest);

                var expected = Enumerable.Range(0, length).Select(k => Defined(name, [.. honest.Select(model => model[k])]));
                Assert.True(Sample.IsClose([.. expected], forged, Sample.Scale(honest), 2e-6), $"{name}, seed {seed}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Of_one_honest_model_the_deviation_is_zero(string name)
    {
        var honest = Sample.Models(1, length: 13, number: 1);

        var forged = Forge(name, honest);

        Assert.All(forged, value => Assert.True(float.IsFinite(value)));
        Assert.True(
            Sample.IsClose([.. honest[0].Select(x => Defined(name, [x]))], forged, 1, 1e-6), name);
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Equal_honest_models_have_no_deviation_to_hide_in(string name)
    {
        var model = Sample.Models(1, length: 13, number: 1)[0];

        var forged = Forge(name, [.. Enumerable.Repeat(model, 8)]);

        Assert.True(Sample.IsClose([.. Forge(name, [model]).Select(x => (double)x)], forged, 1, 1e-6), name);
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_forgery_leaves_the_honest_models_alone_allocates_nothing_and_gives_the_same_bits_again(string name)
    {
        var attack = AttackCase.Of(name).Attack;
        var honest = Sample.Models(9, length: 30, number: 1);
        var copies = honest.Select(model => model.ToArray()).ToArray();
        var (forged, again) = (Forge(name, honest), new float[30]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        attack.Forge(AttackCase.View(attack, honest), again);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Sample.SameBits(forged, again, name);
        Assert.All(honest.Zip(copies), pair => Sample.SameBits(pair.Second, pair.First, name));
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_that_looks_at_models_asks_for_no_more_than_one_victim_shows(string name)
    {
        var knowledge = AttackCase.Of(name).Attack.Knowledge;

        Assert.NotEqual(AdversaryKnowledge.Nothing, knowledge);
        Assert.False(knowledge.HasFlag(AdversaryKnowledge.AllHonest));
    }

    private static float[] Forge(string name, float[][] honest)
    {
        var forged = new float[honest[0].Length];
        var attack = AttackCase.Of(name).Attack;
        var answer = attack.Forge(AttackCase.View(attack, honest), forged);
        Assert.Equal(Answer.Model, answer with { Delay = default, Repeats = 0 });
        return forged;
    }

    private static double Defined(string name, float[] values) => AttackCase.Of(name).Definition(values);
}
