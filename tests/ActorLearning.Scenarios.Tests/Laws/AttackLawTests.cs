using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Scenarios.Catalogue;

namespace ActorLearning.Scenarios.Tests.Laws;

/// <summary>What holds for every attack of the catalogue; what trains and never forges is tried in runs.</summary>
public sealed class AttackLawTests
{
    private const int Length = 19;

    private static IEnumerable<string> All => Known.Attacks.Entries.SelectMany(Written.Variants);

    private static IEnumerable<string> Forging => All.Where(text => !Declared(text).HasFlag(AdversaryKnowledge.OwnData));

    public static TheoryData<string> Texts => [.. Forging];

    public static TheoryData<string, AdversaryKnowledge> Parts
    {
        get
        {
            var data = new TheoryData<string, AdversaryKnowledge>();
            foreach (var text in Forging)
            {
                var declared = Declared(text);
                foreach (var part in Enum.GetValues<AdversaryKnowledge>().Where(part => IsOne(part) && declared.HasFlag(part)))
                {
                    data.Add(text, part);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void It_looks_at_each_thing_it_declares_to_know(string text, AdversaryKnowledge part) =>
        Assert.Throws<UndeclaredKnowledgeException>(() => { Forge(text, without: part); });

    [Theory]
    [MemberData(nameof(Texts))]
    public void It_gives_the_same_lie_again_and_leaves_what_it_saw_alone(string text)
    {
        var honest = LawCase.Models(7, Length, 1);
        var copies = honest.Select(model => model.ToArray()).ToArray();

        var (lie, answer) = Forge(text, honest);
        Forge(text, LawCase.Models(4, Length, 2));
        var (again, answered) = Forge(text, honest);

        Assert.Equal(answer, answered);
        Assert.Equal(lie.Select(BitConverter.SingleToInt32Bits), again.Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(copies, honest);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_lie_that_all_accomplices_share_draws_nothing(string text)
    {
        var honest = LawCase.Models(7, Length, 1);

        var (one, other) = (Forge(text, honest), Forge(text, honest, stream: 2));

        var isSame = one.Answer == other.Answer && one.Lie.AsSpan().SequenceEqual(other.Lie);
        Assert.True(isSame || !Make(text).IsShared);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Of_finite_models_it_makes_a_finite_one_unless_it_is_meant_to_break(string text)
    {
        foreach (var count in new[] { 1, 2, 7, 40 })
        {
            var (lie, answer) = Forge(text, LawCase.Models(count, Length, count));

            Assert.True(lie.All(float.IsFinite) ? text is not ("infinite" or "nan") : text is "infinite" or "nan" or "garbage");
            Assert.Equal(text == "silent", answer.IsSilent);
        }
    }

    [Fact]
    public void What_trains_on_data_of_its_own_forges_nothing() =>
        Assert.All(All.Except(Forging), text =>
        {
            Assert.NotEqual(3, Make(text).Poison(3, classes: 10));
            Assert.Throws<InvalidOperationException>(() => { Forge(text); });
        });

    private static bool IsOne(AdversaryKnowledge part) => part != 0 && (part & (part - 1)) == 0;

    private static AdversaryKnowledge Declared(string text) => Make(text).Knowledge;

    private static IAttack Make(string text) =>
        Known.Attacks.Make(text, 0, (_, problem) => throw new ArgumentException(problem))!;

    private static (float[] Lie, Answer Answer) Forge(
        string text, float[][]? honest = null, int stream = 1, AdversaryKnowledge without = AdversaryKnowledge.Nothing)
    {
        var attack = Make(text);
        honest ??= LawCase.Models(7, Length, 1);
        var lie = new float[Length];
        var view = new AttackView
        {
            Knowledge = attack.Knowledge & ~without,
            Honest = honest,
            VictimModel = LawCase.Models(1, Length, 9)[0],
            Rehearsal = new Rehearsal(new AggregationWorkspace(new Scratch()))
                .For(LawCase.All["nnm | trimmed-mean"].Pipeline, assumedByzantine: 1),
            Examples = new Pulls(),
            Accomplices = 2,
            Learners = honest.Length + 3,
            Byzantine = 2,
            Random = LawCase.Stream(stream),
        };
        return (lie, attack.Forge(view, lie));
    }

    /// <summary>Ten labels whose examples pull a model to different points.</summary>
    private sealed class Pulls : IVictimExamples
    {
        public ReadOnlySpan<int> Labels => [9, 8, 7, 6, 5, 4, 3, 2, 1, 0];

        public double LossAndGradient(
            ReadOnlySpan<float> model, ReadOnlySpan<int> labels, ReadOnlySpan<int> told, ref RandomStream random,
            Span<float> gradient)
        {
            var noise = (float)random.NextNormal();
            for (var k = 0; k < model.Length; k++)
            {
                gradient[k] = model[k] - labels[k % labels.Length] - told[k % told.Length] + noise;
            }

            return 1;
        }
    }
}
