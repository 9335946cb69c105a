using System.Runtime.InteropServices;
using ActorLearning.Learning.Networks;
using ActorLearning.Learning.Objectives;
using ActorLearning.Numerics;
using static TorchSharp.torch;

namespace ActorLearning.TorchSharp;

/// <summary>What can be found out about a module before the first step.</summary>
internal static class Modules
{
    private const int Examples = 2;

    /// <summary>Whether it draws random numbers from libtorch in training, as its name or that of a module in it says.</summary>
    public static bool Draw(nn.Module module) =>
        module.modules().Append(module).Any(inner => inner.GetType().Name.Contains("Dropout", StringComparison.Ordinal));

    /// <summary>The parameters that make up the vector, in order.</summary>
    public static IReadOnlyList<NamedTensor> TensorsOf(nn.Module module) =>
        [.. module.named_parameters().Where(pair => pair.parameter.requires_grad)
            .Select(pair => new NamedTensor(pair.name, [.. pair.parameter.shape.Select(side => (int)side)]))];

    /// <summary>The shape of an example where the module begins with a dense layer.</summary>
    /// <exception cref="BackendException">It does not, so that only who made it knows.</exception>
    public static Shape InputOf(nn.Module module) =>
        module.parameters().FirstOrDefault() is { } first && first.shape is [_, var features]
            ? new Shape((int)features, 1, 1)
            : throw new BackendException("model",
                "the module does not say how large an example is; say it, "
                + "as in new TorchObjective(module, new Shape(3, 32, 32))");

    /// <summary>Number of columns of the scores, which the module is asked for with two blank examples.</summary>
    /// <exception cref="BackendException">What it returns are no scores, or it refuses such examples.</exception>
    public static int ClassesOf(Replica replica, Shape input)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var asked = input is { Height: 1, Width: 1 } ? $"{Examples} × {input.Channels}"
            : $"{Examples} × {input.Channels} × {input.Height} × {input.Width}";
        var scores = Ask(replica, input, asked);
        return scores.shape is [Examples, var classes] && classes > 0 && scores.dtype == ScalarType.Float32 ? (int)classes
            : throw new BackendException("model",
                $"the module returns {scores.dtype} of shape [{string.Join(", ", scores.shape)}] "
                + $"for examples of shape [{asked}]; needed is "
                + $"Float32 of shape [{Examples}, classes]: a row of scores for each example");
    }

    private static Tensor Ask(Replica replica, Shape input, string asked)
    {
        try
        {
            var blank = new Batch(new float[Examples * input.Size], new int[Examples]);
            return replica.Score(blank, new Scratch(), isTraining: false);
        }
        catch (Exception e) when (e is ExternalException or ArgumentException or InvalidOperationException)
        {
            var reason = e.Message.Split('\n')[0];
            throw new BackendException("model", $"the module refuses examples of shape [{asked}]: {reason}", e);
        }
    }
}
