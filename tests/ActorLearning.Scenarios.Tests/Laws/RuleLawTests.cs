using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Scenarios.Tests.Laws;

/// <summary>What holds for every rule of the catalogue, alone and behind every mixing step.</summary>
public sealed class RuleLawTests
{
    public static TheoryData<string> Texts => [.. LawCase.All.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_models_stay_as_they_were(string text)
    {
        var models = LawCase.Models(12, 21, 1);
        models[5][3] = float.NaN;
        var copies = models.Select(model => model.ToArray()).ToArray();
        var order = models.ToArray();

        LawCase.All[text].Aggregate(models, byzantine: 2);

        Assert.Equal(order, models);
        Assert.Equal(copies, models);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_a_workspace_did_before_changes_no_bit(string text)
    {
        var (made, workspace) = (LawCase.All[text], new AggregationWorkspace(new Scratch()));
        var models = LawCase.Models(12, 21, 1);
        var again = new float[21];

        var first = made.Aggregate(models, byzantine: 2);
        made.Aggregate(LawCase.Models(14, 50, 2), 3, new float[50], workspace, made.Pipeline.CreateState(50));
        LawCase.All["arc | median"].Aggregate(LawCase.Models(9, 5, 3), 2, new float[5], workspace, null);
        made.Aggregate(models, 2, again, workspace, made.Pipeline.CreateState(21));

        Assert.Equal(first, again);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Nothing_is_allocated_after_the_first_call(string text)
    {
        var (made, workspace) = (LawCase.All[text], new AggregationWorkspace(new Scratch()));
        var (models, result, state) = (LawCase.Models(12, 21, 1), new float[21], made.Pipeline.CreateState(21));
        made.Aggregate(models, 2, result, workspace, state);

        var before = GC.GetAllocatedBytesForCurrentThread();
        made.Aggregate(models, 2, result, workspace, state);
        made.Aggregate(models, 1, result, workspace, state);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Equal_models_give_that_model(string text)
    {
        var made = LawCase.All[text];
        if (made.HasRadius)
        {
            return; // What is longer than the radius is cut, be all models equal.
        }

        for (var m = 8; m <= 14; m++)
        {
            var model = LawCase.Models(1, 19, m)[0];

            var result = made.Aggregate([.. Enumerable.Repeat(model, m)], byzantine: 1);

            Assert.All(model.Zip(result), pair => Assert.Equal(pair.First, pair.Second, 3e-5f));
        }
    }
}
