using System.CommandLine;
using System.Text.RegularExpressions;

namespace ActorLearning.Cli.Tests.Commands;

/// <summary>What holds for every command there is, found by walking the tree of commands.</summary>
[Collection(ConsoleCollection.Name)]
public sealed partial class CommandTreeTests
{
    private static readonly RootCommand Root = CommandLine.MakeRoot();

    /// <summary>Every command as it is written, subcommands included: "data get".</summary>
    public static TheoryData<string> Commands => [.. Walk(Root, "").Select(item => item.Path)];

    /// <summary>Every option of every command, hidden ones left out.</summary>
    public static IEnumerable<object[]> Options => Walk(Root, "").SelectMany(item => item.Command.Options
        .Where(option => !option.Hidden && option.Name.StartsWith("--", StringComparison.Ordinal))
        .Select(option => new object[] { item.Path, option.Name }));

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_help_shows_an_example_that_the_command_understands(string path)
    {
        var help = Outcome.Of([.. path.Split(' '), "--help"]).AssertDone().Out;

        var example = Example().Match(help.Split("\n\n")[0].ReplaceLineEndings(" "));
        Assert.True(example.Success, $"{path} --help shows no example");
        var words = Words().Matches(example.Groups["arguments"].Value).Select(word => word.Value.Trim('"'));
        var parsed = Root.Parse(words.ToArray());
        Assert.Empty(parsed.Errors);
        Assert.StartsWith(path, PathOf(parsed.CommandResult.Command), StringComparison.Ordinal);
        Assert.NotNull(parsed.CommandResult.Command.Action);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_misspelled_command_gets_the_right_one(string path)
    {
        var words = path.Split(' ');

        var outcome = Outcome.Of([.. words[..^1], Misspelled(words[^1])]);

        Assert.Equal(CommandLine.WrongInput, outcome.Exit);
        Assert.Contains($"\nDid you mean {words[^1]}?\n", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("\nSee: actorlearning", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void A_misspelled_option_gets_the_right_one(string path, string option)
    {
        var outcome = Outcome.Of([.. path.Split(' '), Misspelled(option)]);

        Assert.Equal(CommandLine.WrongInput, outcome.Exit);
        Assert.Contains($"\nDid you mean {option}?\n", $"\n{outcome.Error}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run scenarios/quickstart.yaml --engine clustr", "cluster")]
    [InlineData("run scenarios/quickstart.yaml --set byzantine.atack=alie", "byzantine.attack")]
    [InlineData("run scenarios/quickstart.yaml --set aggregation=trimed-mean", "trimmed-mean")]
    [InlineData("check scenarios/quickstart.yaml --set model=mnist-cn", "mnist-cnn")]
    [InlineData("sweep scenarios/quickstart.yaml --set data.split=[idd,by-label]", "iid")]
    [InlineData("explore scenarios/explore.yaml --set exchange.peers=pul(2)", "pull")]
    [InlineData("aggregate --rule krm --byzantine 1 --input scenarios/vectors.csv", "krum")]
    [InlineData("forge --attack aile --byzantine 1 --learners 8 --input scenarios/vectors.csv", "alie")]
    [InlineData("list atacks", "attacks")]
    [InlineData("completion bsh", "bash")]
    [InlineData("reproduce afinity", "affinity")]
    [InlineData("data get mnsit", "mnist")]
    [InlineData("node --role lerner", "learner")]
    public void A_misspelled_word_gets_the_right_one(string arguments, string expected)
    {
        var there = arguments.Replace("scenarios/", $"{Repository.Root}/scenarios/", StringComparison.Ordinal);

        var outcome = Outcome.Of(there.Split(' '));

        Assert.Equal(CommandLine.WrongInput, outcome.Exit);
        Assert.Contains($"did you mean {expected}?", outcome.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Path, Command Command)> Walk(Command command, string path) => command.Subcommands
        .SelectMany(inner => Walk(inner, $"{path} {inner.Name}".Trim()).Prepend(($"{path} {inner.Name}".Trim(), inner)));

    private static string PathOf(Command command) => Walk(Root, "").Single(item => item.Command == command).Path;

    /// <summary>The last two different neighbours in each other's place.</summary>
    private static string Misspelled(string word)
    {
        var letters = word.ToCharArray();
        var at = letters.Length - 2;
        while (letters[at] == letters[at + 1])
        {
            at--;
        }

        (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
        return new string(letters);
    }

    [GeneratedRegex("e\\.g\\. actorlearning (?<arguments>.*)")]
    private static partial Regex Example();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Words();
}
