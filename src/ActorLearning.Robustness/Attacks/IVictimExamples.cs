using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Attacks;

/// <summary>What a lie is trained with: how the victim's labels are spread, and examples under labels of one's choice.</summary>
public interface IVictimExamples
{
    /// <summary>How many training examples of each label the victim has.</summary>
    ReadOnlySpan<int> Labels { get; }

    /// <summary>Mean loss over some examples, and its gradient.</summary>
    /// <param name="model">The model.</param>
    /// <param name="labels">The right label of each; which example of that label is drawn.</param>
    /// <param name="told">The label each is trained on.</param>
    /// <param name="random">What the examples are drawn from.</param>
    /// <param name="gradient">As long as the model, overwritten.</param>
    double LossAndGradient(
        ReadOnlySpan<float> model, ReadOnlySpan<int> labels, ReadOnlySpan<int> told, ref RandomStream random,
        Span<float> gradient);
}
