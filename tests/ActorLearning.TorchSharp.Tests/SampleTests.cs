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

    [TorchTheory]
    [InlineData("round=1", "round: unknown key; did you mean rounds?")]
    [InlineData("device=cuda:99", "cuda:99 is not there")]
    [InlineData("data.set=none", "none")]
    public void What_is_wrong_is_told_before_the_first_round(string argument, string problem)
    {
        var lines = Run(expected: 2, "tiny", argument);

        Assert.DoesNotContain(lines, line => line.StartsWith("round ", StringComparison.Ordinal));
        Assert.Contains(problem, lines[^1]);
    }

    private static string[] Run(params string[] arguments) => Run(expected: 0, arguments);

    private static string[] Run(int expected, params string[] arguments)
    {
        var (standard, error) = (Console.Out, Console.Error);
        using var written = new StringWriter();
        Console.SetOut(written);
        Console.SetError(written);
        try
        {
            Assert.Equal(expected, Assembly.Load("ResidualNetwork").EntryPoint!.Invoke(null, [arguments]));
        }
        finally
        {
            Console.SetOut(standard);
            Console.SetError(error);
        }

        return written.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    [GeneratedRegex(@"\d\.\d{3}")]
    private static partial Regex Number();
}
