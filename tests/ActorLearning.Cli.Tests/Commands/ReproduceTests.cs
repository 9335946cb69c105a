namespace ActorLearning.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class ReproduceTests
{
    [Fact]
    public void An_unknown_figure_is_refused_with_the_nearest() => Outcome.Of("reproduce", "afinity").AssertRefused(
        "reproduce: \"afinity\" is no figure; did you mean affinity? "
        + "(known: adaptive, affinity, loss-threshold, rpel-audit, rpel-cifar, rpel-figure-1, rpel-figure-3, rpel-figure-4)");

    [Fact]
    public void Rows_that_are_not_there_are_refused_with_those_that_are() =>
        Outcome.Of("reproduce", "rpel-cifar", "--only", "krum").AssertRefused(
            "--only: no row of rpel-cifar has \"krum\" in its label; its rows: "
            + string.Join("; ",
                from peers in new[] { "s=6", "s=19", "s=6, 3 local steps" }
                from attack in new[] { "alie(z=1.5)", "fall-of-empires(epsilon=2)", "sign-flip" }
                select $"b=3 {attack}, {peers}, dirichlet-as-coded(alpha=10)") + "; and 45 more");

    [Fact]
    public void A_small_version_names_its_own_rows_only() =>
        Outcome.Of("reproduce", "rpel-cifar", "--quick", "--only", "krum").AssertRefused(
            "--only: no row of rpel-cifar --quick has \"krum\" in its label; its rows: "
            + "b=3 alie(z=1.5), s=6, dirichlet-as-coded(alpha=10); b=3 alie(z=1.5), s=6, dirichlet(alpha=10)");

    [Theory]
    [InlineData("--set", "rounds=3")]
    [InlineData("--seeds", "2")]
    [InlineData("--only", "100")]
    public void A_figure_that_is_computed_takes_no_settings_of_runs(string option, string value) =>
        Outcome.Of("reproduce", "rpel-figure-3", option, value).AssertRefused(
            $"{option}: rpel-figure-3 is computed and not run: it has no rows, seeds or settings");

    [Fact]
    public void Seeds_a_figure_has_not_are_refused() =>
        Outcome.Of("reproduce", "affinity", "--seeds", "4").AssertRefused("--seeds: 4; allowed: 1 to 3");

    [Fact]
    public void Rows_that_were_refused_are_counted_and_the_exit_code_says_so()
    {
        using var work = new Workplace();
        var table = work.Write("table.csv", string.Concat(Enumerable.Range(0, 400).Select(i => $"{i % 7},{i % 5},{i % 2}\n")));

        // The two severest splits leave learners without data: three rows each.
        var outcome = Outcome.Of(
            "reproduce", "adaptive", "--seeds", "1", "--only", "dirichlet(alpha=", "--out", work.Runs,
            "--papers", Path.Combine(Repository.Root, "scenarios", "papers"), "--set", $"data.set=csv(file={table})",
            "--set", "rounds=1", "--set", "evaluate.images=50");

        Assert.Equal(CommandLine.Failed, outcome.Exit);
        Assert.Equal("6 of 12 rows refused; the table has their reasons.", outcome.Error.TrimEnd());
        Assert.Equal(6, outcome.Lines.Count(line => line.Contains("| refused: data.split: leaves", StringComparison.Ordinal)));
    }
}
