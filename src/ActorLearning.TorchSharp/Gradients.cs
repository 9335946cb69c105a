using System.Reflection;
using static TorchSharp.torch;

namespace ActorLearning.TorchSharp;

/// <summary>A tensor's gradient: a method up to TorchSharp 0.101, a property since.</summary>
internal static class Gradients
{
    private static readonly Func<Tensor, Tensor?> Read = Find();

    /// <summary>The gradient that lies beside a parameter.</summary>
    public static Tensor Of(Tensor parameter) =>
        Read(parameter) ?? throw new InvalidOperationException("a parameter got no gradient, and each gets one at the start");

    private static Func<Tensor, Tensor?> Find()
    {
        var method = typeof(Tensor).GetMethod("grad", BindingFlags.Public | BindingFlags.Instance, [])
            ?? typeof(Tensor).GetProperty("grad")?.GetMethod
            ?? throw new MissingMethodException("this TorchSharp has no gradient of a tensor");
        return method.CreateDelegate<Func<Tensor, Tensor?>>();
    }
}
