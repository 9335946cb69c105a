using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Scenarios.Tests.Laws;

/// <summary>What holds for every rule of the catalogue, alone and behind every mixing step.</summary>
public sealed class RuleLawTests
{
    public static TheoryData<string> Texts => [.. LawCase.All.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_models_stay_as_they_were_to_the_bit(string text)
    {
        var (made, models) = (LawCase.All[text], LawCase.Models(16, 21, 1));
        models[5][3] = float.NaN;
        models[6][^1] = float.NegativeInfinity;
        models[7][0] = -0f;
        var copies = models.Select(model => model.ToArray()).ToArray();
        var order = models.ToArray();

        made.Aggregate(models, made.MostByzantine(14, atMost: 2));

        Assert.Equal(order, models);
        Assert.All(copies.Zip(models), pair => SameBits(pair.First, pair.Second));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_a_workspace_did_before_changes_no_bit(string text)
    {
        var (made, workspace) = (LawCase.All[text], new AggregationWorkspace(Poisoned()));
        var (models, byzantine) = (LawCase.Models(12, 21, 1), made.MostByzantine(12, atMost: 2));
        var (poisoned, again) = (new float[21], new float[21]);

        var first = made.Aggregate(models, byzantine);
        made.Aggregate(models, byzantine, poisoned, workspace, made.Pipeline.CreateState(21));
        made.Aggregate(LawCase.Models(14, 50, 2), byzantine, new float[50], workspace, made.Pipeline.CreateState(50));
        LawCase.All["arc | median"].Aggregate(LawCase.Models(9, 5, 3), 2, new float[5], workspace, null);
        LawCase.All["nnm | krum"].Aggregate(LawCase.Models(21, 8, 4), 7, new float[8], workspace, null);
        made.Aggregate(models, byzantine, again, workspace, made.Pipeline.CreateState(21));

        SameBits(first, poisoned);
        SameBits(first, again);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Models_known_to_be_finite_give_the_same_bits(string text)
    {
        var made = LawCase.All[text];
        var (draw, byzantine) = (new Draw(12, 2, 21, 1, Lie.Far), made.MostByzantine(12, atMost: 2));
        var (models, weights) = (draw.Models(byzantine), draw.Weights());

        SameBits(
            made.Aggregate(models, byzantine, weights: weights),
            made.Aggregate(models, byzantine, weights: weights, knownFinite: true));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Values_beyond_the_last_full_vector_get_the_bits_they_would_have_inside_one(string text)
    {
        var (made, byzantine) = (LawCase.All[text], LawCase.All[text].MostByzantine(10, atMost: 2));
        foreach (var length in Enumerable.Range(1, 70).Concat([2047, 2049, 4101]))
        {
            var models = new Draw(10, 2, length, length, Lie.Far).Models(byzantine);
            var padded = models.Select(model => model.Concat(new float[16 - length % 8]).ToArray()).ToArray();

            var whole = made.Aggregate(padded, byzantine);

            SameBits(whole[..length], made.Aggregate(models, byzantine));
            Assert.All(whole[length..], value => Assert.Equal(0, value));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Nothing_is_allocated_after_the_first_call(string text)
    {
        var made = LawCase.All[text];
        foreach (var count in made.TriesChoices || !made.IsTypical ? [12] : new[] { 12, 260 })
        {
            var workspace = new AggregationWorkspace(new Scratch());
            var (models, result, state) = (LawCase.Models(count, 21, 1), new float[21], made.Pipeline.CreateState(21));
            var byzantine = made.MostByzantine(count, atMost: 2);
            made.Aggregate(models, byzantine, result, workspace, state);

            var before = GC.GetAllocatedBytesForCurrentThread();
            made.Aggregate(models, byzantine, result, workspace, state);
            made.Aggregate(models, 0, result, workspace, state);

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
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

        for (var m = 8; m <= 33; m++)
        {
            var model = LawCase.Models(1, 19, m)[0];
            var most = made.TriesChoices ? 1 : made.MostByzantine(m, m);

            var result = made.Aggregate([.. Enumerable.Repeat(model, m)], most);

            Assert.All(model.Zip(result), pair => Assert.Equal(pair.First, pair.Second, 3e-5f));
        }
    }

    private static Scratch Poisoned()
    {
        var scratch = new Scratch();
        var mark = scratch.Position;
        scratch.Take(1 << 16).Fill(float.NaN);
        scratch.Release(mark);
        return scratch;
    }

    private static void SameBits(float[] expected, float[] actual) =>
        Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), actual.Select(BitConverter.SingleToInt32Bits));
}
