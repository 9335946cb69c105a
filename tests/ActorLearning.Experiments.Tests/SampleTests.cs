using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace ActorLearning.Experiments.Tests;

/// <summary>The programs in samples/: each is short, runs to its end and shows what it is there to show.</summary>
[Collection(ConsoleCollection.Name)]
public sealed partial class SampleTests
{
    private const int LongestProgram = 60;

    [Fact]
    public void A_rule_of_ones_own_stands_up_to_liars_alone_and_behind_a_mixing_step()
    {
        var means = Numbers(Run("OwnRule"));

        Assert.Equal(["mean", "trimmed-mean", "cauchy", "nnm | cauchy"], means.Keys);
        Assert.InRange(means["mean"], 0, .75);
        Assert.All(new[] { "trimmed-mean", "cauchy", "nnm | cauchy" }, rule => Assert.InRange(means[rule], .8, 1));
    }

    [Fact]
    public void An_attack_of_ones_own_with_an_option_hurts_the_mean_and_spares_krum()
    {
        var lines = Run("OwnAttack").Split('\n').Select(line => line[22..].TrimStart()).ToList();
        double Of(int row) => double.Parse(Number().Match(lines[row]).Value, CultureInfo.InvariantCulture);

        Assert.Equal(10, lines.Count);
        Assert.InRange(Of(1), .8, 1); // nobody lies: the mean
        Assert.InRange(Of(7), 0, .5); // strength 5: the mean
        Assert.InRange(Of(9), .75, 1); // strength 5: nnm | krum
    }

    [Fact]
    public void An_objective_of_ones_own_is_learnt_under_attack()
    {
        var last = Run("OwnObjective").Split('\n').Where(line => line.Contains("round 40", StringComparison.Ordinal)).ToList();

        Assert.Equal(["softmax-regression", "svm"], last.Select(line => line.Split(' ')[0]));
        Assert.All(last, line => Assert.InRange(double.Parse(Number().Match(line).Value, CultureInfo.InvariantCulture), .7, 1));
    }

    [Fact]
    public void Every_sample_is_short_and_tested()
    {
        var programs = Directory.GetDirectories(Path.Combine(Repository.Root, "samples"))
            .Select(folder => Path.Combine(folder, "Program.cs")).Where(File.Exists).ToList();

        Assert.All(programs, program => Assert.InRange(File.ReadAllLines(program).Length, 1, LongestProgram));
        Assert.Superset(
            new HashSet<string> { "OwnRule", "OwnAttack", "OwnObjective" },
            programs.Select(program => Path.GetFileName(Path.GetDirectoryName(program)!)).ToHashSet());
    }

    private static Dictionary<string, double> Numbers(string table) => table.Split('\n').Skip(1).ToDictionary(
        line => line[..line.IndexOf("  ", StringComparison.Ordinal)],
        line => double.Parse(Number().Match(line).Value, CultureInfo.InvariantCulture));

    private static string Run(string sample)
    {
        var before = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            Assembly.Load(sample).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }

        return written.ToString().ReplaceLineEndings("\n").TrimEnd('\n');
    }

    [GeneratedRegex(@"\d\.\d{3}")]
    private static partial Regex Number();
}
