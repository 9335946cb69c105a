using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace ActorLearning.TorchSharp.Tests;

/// <summary>The program in samples/ whose model is a module.</summary>
public sealed partial class SampleTests
{
    [TorchFact]
    public void The_residual_network_learns_made_up_images_under_attack()
    {
        var lines = Run("tiny");

        Assert.Equal("small-residual: 78426 parameters exchanged, 454 values of buffers kept by each learner", lines[0]);
        Assert.StartsWith("round  24 ", lines[^1], StringComparison.Ordinal);
        Assert.InRange(double.Parse(Number().Match(lines[^1]).Value, CultureInfo.InvariantCulture), .8, 1);
    }

    [TorchFact]
    public void A_setting_goes_over_the_samples_own()
    {
        Assert.StartsWith("round   1 ", Run("tiny", "rounds=1", "evaluate.every=1")[^1], StringComparison.Ordinal);
    }

    private static string[] Run(params string[] arguments)
    {
        var before = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            Assembly.Load("ResidualNetwork").EntryPoint!.Invoke(null, [arguments]);
        }
        finally
        {
            Console.SetOut(before);
        }

        return written.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    [GeneratedRegex(@"\d\.\d{3}")]
    private static partial Regex Number();
}
