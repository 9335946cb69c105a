using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Records;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Engine.Tests;

/// <summary>Every attack of the catalogue in a run; a new attack is tested by being there.</summary>
public sealed class CatalogueAttackTests
{
    public static TheoryData<string> Attacks => [.. Known.Attacks.Entries.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_robust_rule_survives_with_the_same_bits_on_every_thread_count_and_no_buffer_read_too_late(string attack)
    {
        var one = Run(threads: 1, $"byzantine.attack={attack}");
        var two = Run(threads: 2, $"byzantine.attack={attack}");

        Assert.Equal(3, one.Last!.Round);
        Assert.Equal(one.ModelHash, two.ModelHash);
        Assert.True(one.Accuracy!.Worst > .4, $"{attack}: {one.Accuracy}");
        Assert.True(one.Rounds.All(round => round.TrainingLoss is null or < 10), attack);
    }

    [Theory]
    [InlineData("late(delay=7)")]
    [InlineData("late(delay=30)")]
    public void An_answer_after_the_deadline_is_a_timeout_and_counted_as_late(string attack)
    {
        var record = Run(threads: 2, $"byzantine.attack={attack}", "rounds=20");

        Assert.True(record.Rounds.Sum(round => round.Timeouts) > 0);
        Assert.True(record.Rounds.Sum(round => round.Late) > 0);
        Assert.Equal(SmallRun.Run("byzantine.attack=silent", "rounds=20", "data.split=iid").ModelHash, record.ModelHash);
    }

    [Theory]
    [InlineData("late(delay=5)")]
    [InlineData("late(delay=0.5)")]
    public void A_slow_answer_by_the_deadline_counts(string attack)
    {
        var record = Run(threads: 2, $"byzantine.attack={attack}", "rounds=20");

        Assert.Equal(0, record.Rounds.Sum(round => round.Timeouts + round.Late));
        Assert.Equal(SmallRun.Run("byzantine.attack=honest", "rounds=20", "data.split=iid").ModelHash, record.ModelHash);
    }

    [Theory]
    [InlineData("duplicate", 20)]
    [InlineData("flood(n=50)", 20 * 49)]
    public void Copies_are_counted_and_change_nothing(string attack, int least)
    {
        var record = Run(threads: 2, $"byzantine.attack={attack}", "rounds=20");
        var once = SmallRun.Run("byzantine.attack=sign-flip", "rounds=20", "data.split=iid");

        Assert.Equal(once.ModelHash, record.ModelHash);
        var counted = record.Rounds.Sum(round => round.Duplicates + round.Late);
        Assert.True(counted >= least, $"{counted} copies");
    }

    [Fact]
    public void An_attack_changes_when_its_round_comes()
    {
        var record = Run(threads: 2, "byzantine.attack={ 0: silent, 5: nan, 9: alie(z=1.5) }", "rounds=12");

        long Sum(Func<RoundRecord, long> fact, int from, int to) =>
            record.Rounds.Where(round => round.Round >= from && round.Round <= to).Sum(fact);
        Assert.True(Sum(round => round.Timeouts, 1, 4) > 0);
        Assert.Equal(0, Sum(round => round.Timeouts, 5, 12));
        Assert.True(Sum(round => round.Broken, 5, 8) > 0);
        Assert.Equal(0, Sum(round => round.Broken, 1, 4) + Sum(round => round.Broken, 9, 12));
    }

    [Fact]
    public void A_schedule_of_one_attack_is_that_attack() => Assert.Equal(
        SmallRun.Run("byzantine.attack=alie").ModelHash, SmallRun.Run("byzantine.attack={ 0: alie, 3: alie }").ModelHash);

    private static RunRecord Run(int threads, params string[] overrides) => SmallRun.Run(
        new EmbeddedOptions { Threads = threads, PoisonFreeBuffers = true }, ["rounds=3", "data.split=iid", .. overrides]);
}
