using ActorLearning.Numerics;

namespace ActorLearning.Learning.Objectives;

/// <summary>What a learner minimises: a loss over one flat vector of parameters.</summary>
/// <remarks>
/// Stateless and shared by all learners and threads: ten thousand learners cost ten thousand vectors and nothing else. All
/// memory of a call comes from the caller's scratch.
/// </remarks>
public interface IObjective
{
    /// <summary>Length of the parameter vector.</summary>
    int Parameters { get; }

    /// <summary>Features an example has.</summary>
    int Features { get; }

    /// <summary>Fills a start vector of length <see cref="Parameters"/>.</summary>
    void Initialize(Span<float> parameters, RandomStream random);

    /// <summary>Mean loss over the batch; <paramref name="gradient"/> is overwritten with its gradient.</summary>
    float LossAndGradient(ReadOnlySpan<float> parameters, Batch batch, Span<float> gradient, Scratch scratch);

    /// <summary>Mean loss over the batch, and the predicted label of each example where a span for them is given.</summary>
    float Loss(ReadOnlySpan<float> parameters, Batch batch, Span<int> predictions, Scratch scratch);
}
