using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Robustness.Attacks;

/// <summary>
/// The victim's losses while an attacker tries its lies: the losses of the honest models are found once, that of the lie once a
/// try.
/// </summary>
internal sealed class RehearsedLosses : ILossOracle
{
    private const int Kinds = 3;

    private readonly double?[] ofLie = new double?[Kinds];
    private ILossOracle? victims;
    private float[][] honest = [];
    private double?[] known = [];

    /// <summary>Itself; null where the victim's data is not told.</summary>
    public ILossOracle? Oracle => victims is null ? null : this;

    /// <summary>From now on it knows the losses of another victim.</summary>
    public void Turn(ILossOracle? data) => (victims, honest) = (data, []);

    /// <summary>The models that stay the same from try to try.</summary>
    public void Begin(ReadOnlySpan<float[]> models)
    {
        honest = victims is null ? [] : models.ToArray();
        known = new double?[honest.Length * Kinds];
        ForgetLie();
    }

    /// <summary>The lie is another one.</summary>
    public void ForgetLie() => Array.Clear(ofLie);

    /// <inheritdoc/>
    public double Loss(ReadOnlySpan<float> model) => Loss(model, LossData.Batch);

    /// <inheritdoc/>
    public double Loss(ReadOnlySpan<float> model, LossData data)
    {
        for (var i = 0; i < honest.Length; i++)
        {
            if (model == honest[i].AsSpan())
            {
                return known[i * Kinds + (int)data] ??= victims!.Loss(model, data);
            }
        }

        return ofLie[(int)data] ??= victims!.Loss(model, data);
    }
}
