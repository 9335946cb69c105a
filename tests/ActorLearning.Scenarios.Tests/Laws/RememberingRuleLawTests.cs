using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Scenarios.Tests.Laws;

/// <summary>What holds for every rule of the catalogue that remembers something.</summary>
public sealed class RememberingRuleLawTests
{
    private const int Length = 9;

    private static IEnumerable<string> Texts =>
        LawCase.All.Values.Where(made => made.Pipeline.CreateState(Length) is not null).Select(made => made.Text);

    public static TheoryData<string> Remembering => [.. Texts];

    [Fact]
    public void The_catalogue_has_rules_that_remember() =>
        Assert.Superset(new HashSet<string> { "centred-clipping(radius=2)", "loss-threshold" }, Texts.ToHashSet());

    [Theory]
    [MemberData(nameof(Remembering))]
    public void A_state_saved_after_any_aggregation_and_restored_goes_on_with_the_same_bits(string text)
    {
        const int rounds = 14;
        var whole = Run(text, rounds, savedAfter: -1);
        for (var saved = 0; saved < rounds; saved++)
        {
            Assert.Equal(whole, Run(text, rounds, saved));
        }
    }

    [Theory]
    [MemberData(nameof(Remembering))]
    public void What_it_remembers_makes_a_difference(string text)
    {
        var (made, workspace) = (LawCase.All[text], new AggregationWorkspace(new Scratch()));
        var state = made.Pipeline.CreateState(Length);
        var result = new float[Length];
        var differs = false;
        for (var round = 0; round < 14; round++)
        {
            made.Aggregate(Models(round), 2, result, workspace, state);
            differs |= !result.SequenceEqual(made.Aggregate(Models(round), 2));
        }

        Assert.True(differs);
    }

    /// <summary>The results of so many aggregations; the state goes through its bytes after one of them.</summary>
    private static float[] Run(string text, int rounds, int savedAfter)
    {
        var (made, workspace) = (LawCase.All[text], new AggregationWorkspace(new Scratch()));
        var state = made.Pipeline.CreateState(Length)!;
        var results = new float[rounds * Length];
        for (var round = 0; round < rounds; round++)
        {
            var result = new float[Length];
            made.Aggregate(Models(round), 2, result, workspace, state);
            result.CopyTo(results, round * Length);
            state = round == savedAfter ? made.Pipeline.RestoreState(RuleStateFormat.Write(state), Length) : state;
        }

        return results;
    }

    /// <summary>Models that come nearer to the origin and, from the fifth on, drift away: an own loss that stops
    /// falling.</summary>
    private static float[][] Models(int round)
    {
        var away = Math.Abs(round - 4);
        return [.. LawCase.Models(9, Length, round).Select((model, j) => model.Select(x => x / (1 + j) + away).ToArray())];
    }
}
