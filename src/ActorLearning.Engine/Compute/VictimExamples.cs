using System.Buffers;
using ActorLearning.Engine.Preparation;
using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Engine.Compute;

/// <summary>What an attacker trains its lies with. One a thread, turned from victim to victim.</summary>
internal sealed class VictimExamples(Scratch scratch) : IVictimExamples
{
    private RunSetup setup = null!;
    private int[] counts = [];

    /// <inheritdoc/>
    public ReadOnlySpan<int> Labels => counts;

    /// <summary>From now on it is about this victim.</summary>
    public void Turn(RunSetup run, LearnerId victim)
    {
        (setup, counts) = (run, new int[run.Examples.Classes]);
        foreach (var example in run.ShardOf(victim))
        {
            counts[run.Examples.Training.Labels[example]]++;
        }
    }

    /// <inheritdoc/>
    public double LossAndGradient(
        ReadOnlySpan<float> model, ReadOnlySpan<int> labels, ReadOnlySpan<int> told, ref RandomStream random,
        Span<float> gradient)
    {
        var mark = scratch.Position;
        var features = scratch.Take(labels.Length * setup.Scenario.Model.Features);
        var numbers = ArrayPool<int>.Shared.Rent(2 * labels.Length);
        var indices = numbers.AsSpan(0, labels.Length);
        var right = numbers.AsSpan(labels.Length, labels.Length);
        for (var i = 0; i < labels.Length; i++)
        {
            var members = setup.ExamplesOf(labels[i]);
            indices[i] = members[random.NextBelow(members.Length)];
        }

        setup.Examples.Training.Gather(indices, features, right);
        var loss = setup.Scenario.Model.LossAndGradient(model, new Batch(features, told), gradient, scratch);
        ArrayPool<int>.Shared.Return(numbers);
        scratch.Release(mark);
        return loss;
    }
}
