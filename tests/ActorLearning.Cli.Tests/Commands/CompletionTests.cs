namespace ActorLearning.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class CompletionTests
{
    [Theory]
    [InlineData("actorlearning swe", "sweep")]
    [InlineData("actorlearning run x.yaml --thr", "--threads")]
    [InlineData("actorlearning run x.yaml --set byz", "byzantine.attack=")]
    [InlineData("actorlearning list att", "attacks")]
    [InlineData("actorlearning completion z", "zsh")]
    public void What_is_begun_is_completed(string line, string expected) =>
        Assert.Contains(expected, Outcome.Of($"[suggest:{line.Length}]", line).AssertDone().Lines);

    [Theory]
    [InlineData("bash", "complete -o default")]
    [InlineData("zsh", "compdef")]
    [InlineData("fish", "complete -c actorlearning")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public void Every_shell_has_a_script(string shell, string expected)
    {
        var script = Outcome.Of("completion", shell).AssertDone().Out;

        Assert.Contains(expected, script, StringComparison.Ordinal);
        Assert.Contains("[suggest:", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_shell_is_refused() => Outcome.Of("completion", "bsh").AssertRefused(
        "completion: \"bsh\" is no shell; did you mean bash? (known: bash, zsh, fish, pwsh)");
}
