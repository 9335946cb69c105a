using System.Diagnostics.CodeAnalysis;
using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Attacks;

/// <summary>What an attacker knows when it forges: what it declared, and nothing else.</summary>
/// <remarks>A getter of something that was not declared throws <see cref="UndeclaredKnowledgeException"/>.</remarks>
public readonly ref struct AttackView
{
    private readonly ReadOnlySpan<float[]> honest;
    private readonly ReadOnlySpan<float> victimModel;
    private readonly ReadOnlySpan<double> weights;
    private readonly ReadOnlySpan<double> fiedlerVector;
    private readonly double accompliceWeight = double.NaN;
    private readonly int accomplices = 1;
    private readonly Rehearsal? rehearsal;
    private readonly IVictimExamples? examples;

    /// <summary>A view to be filled in.</summary>
    public AttackView()
    {
    }

    /// <summary>What the attack declared.</summary>
    public required AdversaryKnowledge Knowledge { get; init; }

    /// <summary>Honest models in order of sender, as its knowledge allows; never empty for who may look.</summary>
    /// <remarks>
    /// Of a victim that pulled no honest model: the victim's own half-step model, for a Byzantine learner has no data and so no
    /// honest model of its own.
    /// </remarks>
    public ReadOnlySpan<float[]> Honest
    {
        get => Allows(AdversaryKnowledge.HonestModels) ? honest : default;
        init => honest = value;
    }

    /// <summary>The victim's own half-step model.</summary>
    public ReadOnlySpan<float> VictimModel
    {
        get => Allows(AdversaryKnowledge.VictimModel) ? victimModel : default;
        init => victimModel = value;
    }

    /// <summary>The victim's aggregation, to try lies on.</summary>
    public Rehearsal Rehearsal
    {
        get => Allows(AdversaryKnowledge.VictimPipeline) && rehearsal is not null ? rehearsal
            : throw new InvalidOperationException("the view of this attack was made without the victim's pipeline");
        init => rehearsal = value;
    }

    /// <summary>The spread of the victim's labels, and examples to train a lie with.</summary>
    [AllowNull]
    public IVictimExamples Examples
    {
        get => Allows(AdversaryKnowledge.VictimData) && examples is not null ? examples
            : throw new InvalidOperationException("the view of this attack was made without examples");
        init => examples = value;
    }

    /// <summary>Byzantine peers in this victim's pull, the attacker among them: 1 or more.</summary>
    public int Accomplices
    {
        get => Allows(AdversaryKnowledge.Accomplices) ? accomplices : 0;
        init => accomplices = value;
    }

    /// <summary>The victim's mixing weight of each honest model; none where all weights are equal, as off a graph.</summary>
    public ReadOnlySpan<double> Weights
    {
        get => Allows(AdversaryKnowledge.MixingWeights) ? weights : default;
        init => weights = value;
    }

    /// <summary>The victim's mixing weight of all accomplices together; NaN where all weights are equal.</summary>
    public double AccompliceWeight
    {
        get => !Allows(AdversaryKnowledge.MixingWeights) ? 0
            : double.IsNaN(accompliceWeight) ? accomplices * EqualWeight : accompliceWeight;
        init => accompliceWeight = value;
    }

    /// <summary>
    /// The Fiedler vector of the honest learners' graph, an entry for each of <see cref="Honest"/>, which then are all of them;
    /// empty where peers are drawn anew, or where some model is not known.
    /// </summary>
    public ReadOnlySpan<double> FiedlerVector
    {
        get => Allows(AdversaryKnowledge.HonestGraph) ? fiedlerVector : default;
        init => fiedlerVector = value;
    }

    /// <summary>The victim's entry in it; 0 where there is none.</summary>
    public double VictimEntry
    {
        get => Allows(AdversaryKnowledge.HonestGraph) ? field : 0;
        init;
    }

    /// <summary>Number of learners, Byzantine ones included.</summary>
    public required int Learners { get; init; }

    /// <summary>Number of Byzantine learners.</summary>
    public required int Byzantine { get; init; }

    /// <summary>A stream of its own for this victim and exchange.</summary>
    public required RandomStream Random { get; init; }

    private double EqualWeight => 1.0 / (honest.Length + accomplices + 1);

    /// <summary>The victim's mixing weight of an honest model.</summary>
    public double WeightOf(int model) => Weights.IsEmpty ? EqualWeight : Weights[model];

    private bool Allows(AdversaryKnowledge part) => (Knowledge & part) != 0
        ? true : throw new UndeclaredKnowledgeException(part, Knowledge);
}
