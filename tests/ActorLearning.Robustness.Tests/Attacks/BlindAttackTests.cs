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
    public void None_of_them_asks_for_a_model() => Assert.All(
        new IAttack[] { new SilentAttack(), new NotANumberAttack(), new WrongLengthAttack() },
        attack => Assert.Equal(AdversaryKnowledge.Nothing, attack.Knowledge));

    private static (Answer Answer, float[] Forged) Forge(IAttack attack)
    {
        var forged = new float[11];
        return (attack.Forge(AttackCase.View([]), forged), forged);
    }
}
