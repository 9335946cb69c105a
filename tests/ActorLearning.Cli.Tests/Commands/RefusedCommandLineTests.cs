namespace ActorLearning.Cli.Tests.Commands;

/// <summary>Command lines nobody understands: what is wrong, the nearest name, where to read more; no stack trace.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class RefusedCommandLineTests
{
    [Theory]
    [InlineData("", "Required command was not provided.|See: actorlearning --help")]
    [InlineData("rnu",
        "Required command was not provided.|Unrecognized command or argument 'rnu'.|Did you mean run?|See: actorlearning --help")]
    [InlineData("chekc x.yaml", "Required command was not provided.|Unrecognized command or argument 'chekc'.|"
        + "Unrecognized command or argument 'x.yaml'.|Did you mean check?|See: actorlearning --help")]
    [InlineData("teleport",
        "Required command was not provided.|Unrecognized command or argument 'teleport'.|See: actorlearning --help")]
    [InlineData("run", "Required argument missing for command: 'run'.|See: actorlearning run --help")]
    [InlineData("check", "Required argument missing for command: 'check'.|See: actorlearning check --help")]
    [InlineData("run x.yaml --jsn",
        "Unrecognized command or argument '--jsn'.|Did you mean --json?|See: actorlearning run --help")]
    [InlineData("run x.yaml --hlep",
        "Unrecognized command or argument '--hlep'.|Did you mean --help?|See: actorlearning run --help")]
    [InlineData("run x.yaml --set", "Required argument missing for option: '--set'.|See: actorlearning run --help")]
    [InlineData("run x.yaml --threads 0", "--threads 0 is not a number from 1 to 1024.|See: actorlearning run --help")]
    [InlineData("run x.yaml --threads 1025", "--threads 1025 is not a number from 1 to 1024.|See: actorlearning run --help")]
    [InlineData("run x.yaml --threads two", "--threads two is not a number from 1 to 1024.|See: actorlearning run --help")]
    [InlineData("plan --learners 5 --bizantine 1",
        "Unrecognized command or argument '--bizantine'.|Unrecognized command or argument '1'.|"
        + "Option '--byzantine' is required.|Did you mean --byzantine?|See: actorlearning plan --help")]
    public void It_is_refused_with_help(string arguments, string expected) =>
        Outcome.Of(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)).AssertRefused(expected.Replace('|', '\n'));

    [Theory]
    [InlineData("plan --learners five --byzantine 1", "'five' for option '--learners' is not a whole number.")]
    [InlineData("plan --learners 5 --byzantine 1 --confidence much", "'much' for option '--confidence' is not a number.")]
    [InlineData("plan --learners 5 --byzantine 1 --peers few", "'few' for option '--peers' is not a whole number.")]
    public void A_number_that_is_none_is_refused_in_words(string arguments, string expected) =>
        Outcome.Of(arguments.Split(' ')).AssertRefused($"{expected}\nSee: actorlearning plan --help");

    [Fact]
    public void A_scenario_that_is_not_there_is_refused() =>
        Outcome.Of("run", "nowhere.yaml").AssertRefused(
            "nowhere.yaml: there is no such file. Scenarios of this repository lie in scenarios/.");
}
