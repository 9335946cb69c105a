namespace ActorLearning.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class CheckTests : IDisposable
{
    private readonly Workplace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void A_good_scenario_is_told_in_a_sentence()
    {
        var outcome = Outcome.Of("check", work.Scenario).AssertDone();

        Assert.Equal(
            $"{work.Scenario}: good. Tiny run: 5 learners, 1 Byzantine (sign-flip), 7,850 parameters, 3 peers a pull, "
            + "assumed Byzantine 1, trimmed-mean, 3 rounds, seed 1\n", outcome.Out);
    }

    [Fact]
    public void Settings_and_a_seed_are_applied()
    {
        string[] settings = ["--set", "rounds=9", "--set", "byzantine.count=0", "--seed", "4"];

        var outcome = Outcome.Of(["check", work.Scenario, .. settings]).AssertDone();

        Assert.Contains("5 learners, all honest,", outcome.Out, StringComparison.Ordinal);
        Assert.EndsWith("9 rounds, seed 4\n", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Brackets_in_brackets_without_end_are_refused_with_their_place()
    {
        var path = work.Write("deep.yaml", $"name: deep\nfaults: {string.Concat(Enumerable.Repeat("[", 30_000))}");

        Outcome.Of("check", path).AssertRefused(
            $"{path}:2:58: is no scenario: lists and mappings stand more than 50 deep in one another");
    }

    [Fact]
    public void A_bad_scenario_is_told_with_every_problem()
    {
        var path = work.Write("bad.yaml", """
            name: bad
            learners: ten
            byzantine: { count: 2, attack: aile }
            data: { split: dirichlet(alpha=0) }
            model: mnist-cn
            exchange: { peers: pull(3), assumedByzantine: 2, deadline: soon }
            aggregation: nnm
            rounds: 0
            evalute: { every: 1 }
            """);

        var outcome = Outcome.Of("check", path);

        Assert.Equal((CommandLine.WrongInput, ""), (outcome.Exit, outcome.Out));
        Golden.Check("check-bad.txt", outcome.Error.Replace(work.Folder, "FOLDER", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_several_files_every_one_is_told()
    {
        var (one, other) = (work.Write("one.yaml", "- a"), Path.Combine(work.Folder, "other.yaml"));

        var outcome = Outcome.Of("check", one, work.Scenario, other);

        Assert.Equal(CommandLine.WrongInput, outcome.Exit);
        Assert.StartsWith($"{work.Scenario}: good.", outcome.Out, StringComparison.Ordinal);
        Assert.Equal(
            $"{one}: is not a scenario: it must hold keys with values, like name: my run\n"
            + $"{other}: there is no such file. Scenarios of this repository lie in scenarios/.\n", outcome.Error);
    }

    [Fact]
    public void A_wrong_seed_is_refused() =>
        Outcome.Of("check", work.Scenario, "--seed", "x").AssertRefused("--set: seed: x is not a whole number");

    [Fact]
    public void A_wrong_setting_is_refused() =>
        Outcome.Of("check", work.Scenario, "--set", "byzantine.cuont=2")
            .AssertRefused("--set: byzantine.cuont: unknown key; did you mean byzantine.count?");
}
