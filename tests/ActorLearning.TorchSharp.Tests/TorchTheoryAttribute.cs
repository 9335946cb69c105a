namespace ActorLearning.TorchSharp.Tests;

/// <summary>As <see cref="TorchFactAttribute"/>, for a test of many cases.</summary>
internal sealed class TorchTheoryAttribute : TheoryAttribute
{
    public TorchTheoryAttribute() => Skip = TorchRuntime.WhyNot;
}
