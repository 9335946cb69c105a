namespace ActorLearning.Benchmarks.Tests;

/// <summary>The benchmarks run, with sizes that take no time: so they never rot.</summary>
public sealed class PeerRunnerTests
{
    [Theory]
    [InlineData("steps", "1")]
    [InlineData("rules", "1")]
    [InlineData("all", "2")]
    [InlineData("growth", "1")]
    public void Every_case_runs_and_prints_a_line_of_the_table(string part, string threads)
    {
        var (exit, output, errors) = Run("peers", part, "--tiny", "--runs", "2", "--threads", threads);

        Assert.Equal((0, ""), (exit, errors));
        var wanted = (part is "steps" or "all" ? StepCases.All(isTiny: true) : [])
            .Concat(part is "rules" or "all" ? RuleCases.All(isTiny: true) : [])
            .Concat(part is "growth" ? RuleCases.Growth(isTiny: true) : []).Select(item => item.Name);
        Assert.Equal(wanted.Order(), PeerTable.Read(output.Split(Environment.NewLine)).Keys.Order());
    }

    [Fact]
    public void The_ratio_is_the_peers_time_over_ours_and_names_what_is_short()
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, ["torch 9, 1 thread(s)      least ms  median ms",
            PeerTable.Line("step softmax-regression batch 2", 1e9, 1e9), PeerTable.Line("step mlp(200,200) batch 2", 0, 1)]);

        var (_, output, _) = Run("peers", "steps", "--tiny", "--runs", "1", "--beside", file);
        File.Delete(file);

        var lines = output.Split(Environment.NewLine);
        var fields = lines.Single(line => line.StartsWith("step softmax")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("1000000000.000", fields[^3]);
        Assert.True(double.Parse(fields[^2]) > 5);
        Assert.Equal("5", fields[^1]);
        Assert.EndsWith("0.00     1.5  short", lines.Single(line => line.StartsWith("step mlp")));
        Assert.EndsWith("-       -       -", lines.Single(line => line.StartsWith("forward")));
    }

    [Theory]
    [InlineData("peers", "stepps")]
    [InlineData("peers", "--runs", "0")]
    [InlineData("peers", "--threads")]
    [InlineData("steps")]
    public void A_wrong_command_line_is_told_how_it_is_meant(params string[] arguments)
    {
        var (exit, output, errors) = Run(arguments);

        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("Usage: peers", errors);
    }

    [Fact]
    public void A_peer_table_that_is_not_there_is_named()
    {
        var (exit, _, errors) = Run("peers", "--beside", "no-such-table.txt");

        Assert.Equal(2, exit);
        Assert.Contains("no-such-table.txt", errors);
    }

    [Fact]
    public void The_cases_have_the_names_of_the_pytorch_script()
    {
        // Names and sizes as the script spells them: one that differs would silently drop out of the comparison.
        var script = File.ReadAllText(Path.Combine(Root(), "bench", "pytorch_peers.py"));

        foreach (var item in RuleCases.All(isTiny: false).Where(item => !item.Name.StartsWith("alie")))
        {
            var (rule, sizes) = (item.Name[..item.Name.LastIndexOf(" x ")], item.Name[item.Name.LastIndexOf(" x ")..]);
            var at = rule.LastIndexOf(' ');
            var length = sizes.Split(' ')[2];
            var byzantine = sizes.Contains("f=") ? sizes[(sizes.IndexOf("f=") + 2)..] : "None";
            Assert.Contains($"(\"{rule[..at]}\", {rule[(at + 1)..]}, {length}, {byzantine})", script);
        }
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "ActorLearning.sln")))
        {
            at = at.Parent;
        }

        return at.FullName;
    }

    private static (int Exit, string Output, string Errors) Run(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var exit = PeerRunner.Run(arguments, output, errors);
        return (exit, output.ToString(), errors.ToString());
    }
}
