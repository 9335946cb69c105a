namespace ActorLearning.Cli.Tests.Documentation;

/// <summary>What a newcomer reads on the first pages is what comes out, to the last digit.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ShownResultTests
{
    /// <summary>
    /// Of sixty runs these hold the best and the worst: the page names them. All of them run in <c>.ci/first-steps</c>.
    /// </summary>
    private static readonly string[] FewerCells =
        ["--set", "byzantine.attack=[silent, dissensus]", "--set", "aggregation=[mean, nnm | trimmed-mean]"];

    [Fact]
    public void Everything_the_first_steps_show_comes_out()
    {
        using var rehearsal = new Rehearsal();
        var checkedLines = 0;
        foreach (var command in Pages.Commands("docs/first-steps.md").Where(command => command.Results.Count > 0))
        {
            var outcome = rehearsal.Run(command, command.Words.Contains("sweep") ? FewerCells : []);

            Assert.True(outcome.Exit == CommandLine.Done, $"{command}: {outcome.Error}");
            Assert.All(command.Results, line => Assert.Contains(line, outcome.Lines));
            checkedLines += command.Results.Count;
            AssertSameAsReadme(command, outcome);
        }

        Assert.Equal(9, checkedLines);
    }

    /// <summary>The README shows the same run.</summary>
    private static void AssertSameAsReadme(ShownCommand command, Outcome outcome)
    {
        var same = Pages.Commands("README.md").SingleOrDefault(other =>
            other.Results.Count > 0 && Rehearsal.Actorlearning(other.Text) == Rehearsal.Actorlearning(command.Text));
        Assert.Equal(command.Text == "actorlearning run scenarios/quickstart.yaml", same is not null);
        Assert.All(same?.Results ?? [], line => Assert.Contains(
            outcome.Lines, told => told.StartsWith(line, StringComparison.Ordinal)));
    }
}
