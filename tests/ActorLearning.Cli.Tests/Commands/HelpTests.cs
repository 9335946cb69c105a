using System.CommandLine;
using System.Text.RegularExpressions;

namespace ActorLearning.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed partial class HelpTests : IDisposable
{
    private readonly Workplace work = new();

    private static readonly string[] Names =
        ["run", "resume", "explain", "check", "plan", "list", "aggregate", "report", "explore", "compare",
            "sweep", "doctor", "completion", "forge", "reproduce", "node", "cluster", "data"];

    // A node runs until it is told to leave, and a cluster has to be there; that their examples are understood is in
    // CommandTreeTests.
    private static readonly string[] NeedACluster = ["node", "cluster"];

    // Its help names the figures, which come and go.
    private static readonly string[] Changing = ["reproduce"];

    public static TheoryData<string> Commands => [.. Names.Except(Changing)];

    public static TheoryData<string> Examples => [.. Names.Except(NeedACluster)];

    public void Dispose() => work.Dispose();

    [Fact]
    public void The_help_lists_every_command()
    {
        var text = Outcome.Of("--help").AssertDone().Out;

        Assert.All(Names, name => Assert.Contains($"\n  {name} ", text, StringComparison.Ordinal));
        Golden.Check("help.txt", WithoutMachine(text));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_help_of_a_command_is_as_kept(string command) =>
        Golden.Check($"help-{command}.txt", WithoutMachine(Outcome.Of(command, "--help").AssertDone().Out));

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_in_the_help_works(string command)
    {
        var example = Example().Match(Outcome.Of(command, "--help").Out);
        Assert.True(example.Success);

        // A run of the quickstart takes a minute; whether it would start is enough.
        var arguments = example.Groups["arguments"].Value
            .Replace("scenarios/", $"{Repository.Root}/scenarios/", StringComparison.Ordinal)
            .Split(' ').Select(word => word.StartsWith("runs/", StringComparison.Ordinal) ? ARun() : word.Trim('"')).ToArray();
        Assert.Equal(command, arguments[0]);
        string[] more = command == "sweep" ? ["--dry-run"] : [];
        Outcome.Of([command == "run" ? "check" : command, .. arguments[1..], .. more]).AssertDone();
    }

    [Fact]
    public void The_version_is_told() => Assert.Matches(@"^\d+\.\d+\.\d+", Outcome.Of("--version").AssertDone().Out);

    /// <summary>The folder of a run, where an example names one.</summary>
    private string ARun()
    {
        work.Run("--quiet").AssertDone();
        return work.RunFolders[^1];
    }

    /// <summary>The program's name is the test host's here, and the number of threads the machine's.</summary>
    private static string WithoutMachine(string text) => Threads().Replace(text, "changes no result [default: N]")
        .Replace($"  {RootCommand.ExecutableName} ", "  actorlearning ", StringComparison.Ordinal);

    [GeneratedRegex(@"changes no result \[default: \d+\]")]
    private static partial Regex Threads();

    [GeneratedRegex("e\\.g\\. actorlearning (?<arguments>.*)")]
    private static partial Regex Example();
}
