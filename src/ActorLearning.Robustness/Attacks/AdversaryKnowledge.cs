namespace ActorLearning.Robustness.Attacks;

/// <summary>What an attack must know before it forges. Its view of the world hands out exactly this.</summary>
[Flags]
public enum AdversaryKnowledge
{
    /// <summary>Nothing but the numbers of learners: it lies blindly.</summary>
    Nothing = 0,

    /// <summary>The honest models that the victim pulls in this exchange.</summary>
    VictimPulls = 1,

    /// <summary>All honest models of this exchange.</summary>
    AllHonest = 2,

    /// <summary>The model of one honest learner, <see cref="IAttack.Target"/>.</summary>
    Target = 4,

    /// <summary>The victim's own half-step model.</summary>
    VictimModel = 8,

    /// <summary>
    /// The victim's aggregation pipeline with all it looks at: the number of Byzantine models it assumes, losses on its data.
    /// </summary>
    VictimPipeline = 16,

    /// <summary>How many accomplices the victim pulls in this exchange.</summary>
    Accomplices = 32,

    /// <summary>The weights with which the victim mixes its peers.</summary>
    MixingWeights = 64,

    /// <summary>Training examples of its own: it keeps to the protocol and poisons them.</summary>
    OwnData = 128,

    /// <summary>How the labels of the victim's training examples are spread, and examples to train a lie with.</summary>
    VictimData = 256,

    /// <summary>
    /// Where peers are a graph: what is left of it for the honest learners, and all their models in this exchange.
    /// </summary>
    HonestGraph = 512,

    /// <summary>Any of the ways to see honest models.</summary>
    HonestModels = VictimPulls | AllHonest | Target,
}
