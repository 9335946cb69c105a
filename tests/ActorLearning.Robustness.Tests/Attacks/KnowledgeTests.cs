using ActorLearning.Numerics;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Robustness.Rules;

namespace ActorLearning.Robustness.Tests.Attacks;

/// <summary>A view hands out what was declared and nothing else.</summary>
public sealed class KnowledgeTests
{
    [Theory]
    [InlineData(AdversaryKnowledge.Nothing)]
    [InlineData(AdversaryKnowledge.VictimPulls)]
    [InlineData(AdversaryKnowledge.AllHonest)]
    [InlineData(AdversaryKnowledge.Target)]
    [InlineData(AdversaryKnowledge.VictimModel)]
    [InlineData(AdversaryKnowledge.VictimPipeline)]
    [InlineData(AdversaryKnowledge.Accomplices)]
    [InlineData(AdversaryKnowledge.MixingWeights)]
    [InlineData(AdversaryKnowledge.HonestGraph)]
    public void A_look_at_what_was_not_declared_is_refused(AdversaryKnowledge declared)
    {
        bool May(AdversaryKnowledge part) => (declared & part) != 0;

        Assert.Equal(May(AdversaryKnowledge.HonestModels), Sees(declared, view => view.Honest.Length));
        Assert.Equal(May(AdversaryKnowledge.VictimModel), Sees(declared, view => view.VictimModel.Length));
        Assert.Equal(May(AdversaryKnowledge.VictimPipeline), Sees(declared, view => view.Rehearsal.AssumedByzantine));
        Assert.Equal(May(AdversaryKnowledge.Accomplices), Sees(declared, view => view.Accomplices));
        Assert.Equal(May(AdversaryKnowledge.MixingWeights), Sees(declared, view => view.Weights.Length));
        Assert.Equal(May(AdversaryKnowledge.MixingWeights), Sees(declared, view => (int)view.WeightOf(0)));
        Assert.Equal(May(AdversaryKnowledge.MixingWeights), Sees(declared, view => (int)view.AccompliceWeight));
        Assert.Equal(May(AdversaryKnowledge.HonestGraph), Sees(declared, view => view.FiedlerVector.Length));
        Assert.Equal(May(AdversaryKnowledge.HonestGraph), Sees(declared, view => (int)view.VictimEntry));
        Assert.True(Sees(declared, view => view.Learners + view.Byzantine));
    }

    [Fact]
    public void The_refusal_says_what_to_declare()
    {
        var problem = Assert.Throws<UndeclaredKnowledgeException>(() => View(AdversaryKnowledge.VictimPulls).Accomplices);

        Assert.Equal(
            "an attack that declares the knowledge VictimPulls looked at Accomplices; add it to IAttack.Knowledge",
            problem.Message);
    }

    [Fact]
    public void Off_a_graph_the_weights_of_a_pull_are_equal()
    {
        var view = View(AdversaryKnowledge.MixingWeights);

        Assert.Equal(.2, view.WeightOf(0), 12);
        Assert.Equal(.4, view.AccompliceWeight, 12);
    }

    private delegate int Look(AttackView view);

    private static bool Sees(AdversaryKnowledge declared, Look look)
    {
        try
        {
            look(View(declared));
            return true;
        }
        catch (UndeclaredKnowledgeException)
        {
            return false;
        }
    }

    private static AttackView View(AdversaryKnowledge declared)
    {
        var rehearsal = new Rehearsal(new AggregationWorkspace(new Scratch()));
        return new AttackView
        {
            Knowledge = declared,
            Honest = Sample.Models(2, length: 3, number: 1),
            VictimModel = new float[3],
            Rehearsal = rehearsal.For(new AggregationPipeline("mean", [], new MeanRule()), assumedByzantine: 1),
            Accomplices = 2,
            Learners = 7,
            Byzantine = 3,
            Random = Sample.Stream(1),
        };
    }
}
