using ActorLearning.Numerics;

namespace ActorLearning.Robustness.Attacks;

/// <summary>
/// <c>gradient-matching(target, steps, rate)</c>: a model trained to low loss on the victim's labels but wrong on a target label.
/// </summary>
/// <remarks>
/// The check that rules which trust their own loss ask for (arXiv 2501.04610, where "gradient-matching or targeted attacks" are
/// what may break them). From the victim's half-step model so many gradient steps x ← x − rate·g on batches of which one half
/// has the victim's labels in the victim's proportions and is labelled right, the other half is of the target label and told to
/// be the next one. Only the victim's own examples of the target label could give the lie away.
/// </remarks>
/// <param name="target">The label to get wrong; null for the one of which the victim has least.</param>
/// <param name="steps">Gradient steps a lie.</param>
/// <param name="rate">Their length.</param>
public sealed class GradientMatchingAttack(int? target, int steps, double rate) : IAttack
{
    private const int Half = 16;

    /// <inheritdoc/>
    public AdversaryKnowledge Knowledge => AdversaryKnowledge.VictimModel | AdversaryKnowledge.VictimData;

    /// <inheritdoc/>
    public int? Label => target;

    /// <inheritdoc/>
    public Answer Forge(in AttackView view, Span<float> forged)
    {
        var examples = view.Examples;
        var random = view.Random;
        var wrong = target ?? Fewest(examples.Labels);
        var gradient = new float[forged.Length];
        Span<int> labels = stackalloc int[2 * Half];
        Span<int> told = stackalloc int[2 * Half];
        view.VictimModel.CopyTo(forged);
        for (var step = 0; step < steps; step++)
        {
            Choose(examples.Labels, wrong, labels, told, ref random);
            examples.LossAndGradient(forged, labels, told, ref random, gradient);
            Vectors.AddScaled((float)-rate, gradient, forged);
        }

        return Answer.Model;
    }

    private static void Choose(
        ReadOnlySpan<int> counts, int wrong, Span<int> labels, Span<int> told, ref RandomStream random)
    {
        var others = 0;
        for (var label = 0; label < counts.Length; label++)
        {
            others += label == wrong ? 0 : counts[label];
        }

        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = i < Half && others > 0 ? Draw(counts, wrong, random.NextBelow(others)) : wrong;
            told[i] = labels[i] == wrong ? (wrong + 1) % counts.Length : labels[i];
        }
    }

    private static int Draw(ReadOnlySpan<int> counts, int except, int at)
    {
        var label = 0;
        for (; label == except || at >= counts[label]; label++)
        {
            at -= label == except ? 0 : counts[label];
        }

        return label;
    }

    private static int Fewest(ReadOnlySpan<int> counts)
    {
        var fewest = 0;
        for (var label = 1; label < counts.Length; label++)
        {
            fewest = counts[label] < counts[fewest] ? label : fewest;
        }

        return fewest;
    }
}
