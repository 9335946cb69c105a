namespace ActorLearning.Robustness.Aggregation;

/// <summary>A rule whose result is a weighted sum of the models, with weights found from their distances, such as Krum.</summary>
public abstract class WeighingRule : AggregationRule
{
    /// <summary>What the weights depend on. The mean's depend on nothing, and then nothing is measured.</summary>
    public virtual RuleNeeds Needs => RuleNeeds.Distances;

    /// <summary>On which of the own examples the losses are measured that it asks for.</summary>
    public virtual LossData LossData => LossData.Batch;

    /// <summary>A fresh state for a learner with so many parameters; null for a rule that remembers nothing.</summary>
    public virtual RuleState? CreateState(int parameters) => null;

    /// <summary>Writes a weight for each model; all zero on entry.</summary>
    /// <param name="context">What the rule asked for.</param>
    /// <param name="weights">A weight for each model, and one more for the state's vector where the rule asked for it.</param>
    protected internal abstract void Weigh(in WeighingContext context, Span<double> weights);

    /// <summary>Told the result after every aggregation for which somebody keeps a state.</summary>
    protected internal virtual void Remember(RuleState state, ReadOnlySpan<float> result)
    {
    }
}
