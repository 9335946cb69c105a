using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Robustness.Tests.Attacks;

/// <summary>Attacks that need to know nothing.</summary>
public sealed class BlindAttackTests
{
    [Fact]
    public void A_silent_attacker_gives_no_answer()
    {
        var (answer, _) = Forge(new SilentAttack());

        Assert.True(answer.IsSilent);
        Assert.Equal(Answer.Silence, answer);
    }

    [Fact]
    public void A_nan_attacker_sends_a_whole_model_of_nothing_but_nan()
    {
        var (answer, forged) = Forge(new NotANumberAttack());

        Assert.Equal(Answer.Model, answer);
        Assert.All(forged, value => Assert.True(float.IsNaN(value)));
    }

    [Fact]
    public void A_wrong_length_is_one_too_short()
    {
        var (answer, _) = Forge(new WrongLengthAttack());

        Assert.False(answer.IsSilent);
        Assert.Equal(10, answer.Length);
    }

    [Fact]
    public void An_infinite_attacker_sends_a_whole_model_of_infinities()
    {
        var (answer, forged) = Forge(new InfiniteAttack());

        Assert.Equal(Answer.Model, answer);
        Assert.All(forged, value => Assert.Equal(float.PositiveInfinity, value));
    }

    [Fact]
    public void Garbage_has_a_length_of_its_own_and_noise_has_the_scale_asked_for()
    {
        var (answer, _) = Forge(new GarbageAttack());
        var (_, normal) = Forge(new GaussianAttack(100));
        var (_, uniform) = Forge(new UniformAttack(100));

        Assert.InRange(answer.Length!.Value, 0, 22);
        Assert.True(Math.Sqrt(normal.Average(x => (double)x * x)) is > 40 and < 200);
        Assert.All(uniform, x => Assert.InRange(x, -100, 100));
        Assert.True(uniform.Max() > 20 && uniform.Min() < -20);
    }

    [Fact]
    public void None_of_them_asks_for_a_model() => Assert.All(
        new IAttack[]
        {
            new SilentAttack(), new NotANumberAttack(), new WrongLengthAttack(), new InfiniteAttack(), new GarbageAttack(),
            new GaussianAttack(1), new UniformAttack(1),
        },
        attack => Assert.Equal(AdversaryKnowledge.Nothing, attack.Knowledge));

    private static (Answer Answer, float[] Forged) Forge(IAttack attack)
    {
        var forged = new float[11];
        return (attack.Forge(AttackCase.View(attack, []), forged), forged);
    }
}
