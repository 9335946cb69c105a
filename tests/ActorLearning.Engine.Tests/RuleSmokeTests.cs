using ActorLearning.Engine.Embedded;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Engine.Tests;

/// <summary>
/// Every rule and mixing step of the catalogue runs, and gives the same bits for any number of threads and any order in which
/// answers arrive.
/// </summary>
public sealed class RuleSmokeTests
{
    public static TheoryData<string> Pipelines =>
    [
        .. Known.Rules.Entries.Select(entry => Filled(entry)),
        .. Known.MixingSteps.Entries.Select(entry => $"{Filled(entry)} | median"),
    ];

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void A_rule_runs_three_rounds_with_the_same_bits_on_two_threads_and_with_answers_in_another_order(string pipeline)
    {
        string[] setting =
            [$"aggregation={pipeline}", "rounds=3", "exchange.assumedByzantine=1", "evaluate.every=0", "evaluate.images=50"];

        var one = SmallRun.Run(new EmbeddedOptions { Threads = 1 }, setting);
        var two = SmallRun.Run(new EmbeddedOptions { Threads = 2 }, [.. setting, "faults=['reordering(1, within=800ms)']"]);

        Assert.NotNull(one.ModelHash);
        Assert.Equal(one.ModelHash, two.ModelHash);
        Assert.Equal(0, two.Rounds.Sum(round => round.Timeouts));
    }

    [Fact]
    public void Every_rule_learns_among_liars_but_those_that_are_not_robust_and_one_whose_radius_is_too_long()
    {
        string[] setting =
        [
            "byzantine.attack=fall-of-empires(epsilon=3)", "exchange.peers=pull(7)", "data.split=iid", "rounds=40",
            "evaluate.every=0", "evaluate.images=500",
        ];

        var fallen = Known.Rules.Entries.Select(entry => Filled(entry))
            .Where(rule => SmallRun.Run([.. setting, $"aggregation={rule}"]).Accuracy!.Worst < .65);

        Assert.Equal(["mean", "centred-clipping(radius=2)", "gossip"], fallen);
    }

    private static string Filled(IEntry entry)
    {
        var blanks = entry.Options.Where(option => option.Default is null && !option.IsOptional)
            .Select(option => $"{option.Name}=2").ToList();
        return blanks.Count == 0 ? entry.Name : $"{entry.Name}({string.Join(", ", blanks)})";
    }
}
