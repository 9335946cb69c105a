namespace ActorLearning.Robustness.Aggregation;

/// <summary>A rule whose result is a weighted sum of the models, with weights found from their distances, such as Krum.</summary>
public abstract class WeighingRule : AggregationRule
{
    /// <summary>Whether the weights depend on distances; the mean's do not, and then none are computed.</summary>
    public virtual bool NeedsGeometry => true;

    /// <summary>Writes a weight for each model; all zero on entry.</summary>
    /// <param name="geometry">Squared distances between the models.</param>
    /// <param name="byzantine">How many models may be Byzantine.</param>
    /// <param name="weights">A weight for each model.</param>
    protected internal abstract void Weigh(Geometry geometry, int byzantine, Span<double> weights);
}
