using ActorLearning.Learning.Networks;
using ActorLearning.Numerics;

namespace ActorLearning.Learning.Objectives;

/// <summary>What a learner minimises: a loss over one flat vector of parameters.</summary>
/// <remarks>
/// Stateless and shared by all learners and threads: ten thousand learners cost ten thousand vectors and nothing else. All
/// memory of a call comes from the caller's scratch. Running statistics, those of batch normalisation, belong to the learner,
/// who hands them in and never exchanges them.
/// </remarks>
public interface IObjective
{
    /// <summary>What it is called beside saved models.</summary>
    string Name => GetType().Name;

    /// <summary>Length of the parameter vector.</summary>
    int Parameters { get; }

    /// <summary>Features an example has.</summary>
    int Features { get; }

    /// <summary>Number of labels it tells apart; null where it does not say.</summary>
    int? Classes => null;

    /// <summary>
    /// The tensors that make up the parameter vector, in order, as saved models hold them; one of all values by default.
    /// </summary>
    IReadOnlyList<NamedTensor> Tensors => [new NamedTensor("parameters", [Parameters])];

    /// <summary>Fills a start vector of length <see cref="Parameters"/>.</summary>
    void Initialize(Span<float> parameters, RandomStream random);

    /// <summary>Length of a learner's running statistics; 0 for most.</summary>
    int Statistics => 0;

    /// <summary>Fills a learner's first running statistics.</summary>
    void InitializeStatistics(Span<float> statistics)
    {
    }

    /// <summary>Mean loss over the batch; <paramref name="gradient"/> is overwritten with its gradient.</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="batch">What it is measured on.</param>
    /// <param name="gradient">As long as the model.</param>
    /// <param name="scratch">The thread's memory.</param>
    /// <param name="statistics">The learner's running statistics, which the batch moves.</param>
    /// <param name="random">A stream for this step, for what draws, such as dropout.</param>
    float LossAndGradient(
        ReadOnlySpan<float> parameters, Batch batch, Span<float> gradient, Scratch scratch, Span<float> statistics = default,
        RandomStream random = default);

    /// <summary>Mean loss over the batch of a model in use, and the predicted label of each example where a span is
    /// given.</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="batch">What it is measured on.</param>
    /// <param name="predictions">A label for each example, or empty.</param>
    /// <param name="scratch">The thread's memory.</param>
    /// <param name="statistics">The learner's running statistics.</param>
    float Loss(
        ReadOnlySpan<float> parameters, Batch batch, Span<int> predictions, Scratch scratch,
        ReadOnlySpan<float> statistics = default);
}
