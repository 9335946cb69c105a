namespace ActorLearning.Cli.Tests.Documentation;

/// <summary>Every command in README.md and docs/ works.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class DocumentedCommandTests
{
    public static TheoryData<string> WithCommands => [.. Pages.All.Where(page => Pages.Commands(page).Count > 0)];

    [Theory]
    [MemberData(nameof(WithCommands))]
    public void The_commands_of_a_page_work_one_after_the_other(string page)
    {
        using var rehearsal = new Rehearsal();

        Assert.All(Pages.Commands(page), rehearsal.Try);
    }

    [Fact]
    public void Commands_are_found_wherever_they_stand()
    {
        var found = Pages.All.SelectMany(Pages.Commands).ToList();

        Assert.Contains(found, command => command is { Page: "README.md", Text: "dotnet test" });
        Assert.Contains(found, command => command.Page == "docs/cluster.md" && command.Words.Contains("--local-nodes"));
        Assert.Contains(found, command => command.Page == "docs/results.md" && command.Words is ["actorlearning", "plan", ..]);
        Assert.True(found.Count > 50, $"only {found.Count} commands were found");
    }

    [Theory]
    [InlineData("actorlearning runn scenarios/quickstart.yaml")]
    [InlineData("actorlearning run scenarios/quickstart.yaml --sett rounds=1")]
    [InlineData("actorlearning check scenarios/quikstart.yaml")]
    [InlineData("actorlearning node --prot 4053")]
    [InlineData("actorlearning reproduce afinity")]
    [InlineData("dotnet run -c Release --project bench/Nothing -- peers")]
    [InlineData("dotnet build -p:TorchPakage=TorchSharp-cpu")]
    [InlineData("hocon/no-such-script.sh tls")]
    public void A_command_that_rots_is_noticed(string text)
    {
        using var rehearsal = new Rehearsal();

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => rehearsal.Try(new ShownCommand("page.md", 1, text)));
    }

    [Theory]
    [InlineData("a b", new[] { "a", "b" })]
    [InlineData("a  --rule \"nnm | mean\" 'c d' # why", new[] { "a", "--rule", "nnm | mean", "c d" })]
    [InlineData("a > file", new[] { "a" })]
    [InlineData("a | b", new[] { "a" })]
    [InlineData("a=\"b c\"d", new[] { "a=b cd" })]
    public void A_line_is_split_as_a_shell_does(string line, string[] words) => Assert.Equal(words, Shell.Split(line));
}
