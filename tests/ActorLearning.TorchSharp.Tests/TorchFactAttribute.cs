namespace ActorLearning.TorchSharp.Tests;

/// <summary>A test that computes with libtorch, where there is one; where not, it is skipped and says why.</summary>
internal sealed class TorchFactAttribute : FactAttribute
{
    public TorchFactAttribute() => Skip = TorchRuntime.WhyNot;
}
