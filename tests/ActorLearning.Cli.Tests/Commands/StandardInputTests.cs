namespace ActorLearning.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class StandardInputTests
{
    [Theory]
    [InlineData("1,2\n3,4\n5,9\n", "3,5\n", "aggregate", "--rule", "mean", "--byzantine", "0")]
    [InlineData("1,2\n3,6\n", "-2,-4\n", "forge", "--attack", "sign-flip", "--byzantine", "1", "--learners", "7")]
    public void A_dash_reads_vectors_from_standard_input(string input, string expected, params string[] command)
    {
        var (exit, output, error) = WithInput(input, [.. command, "--input", "-"]);

        Assert.Equal((0, expected, ""), (exit, output, error));
    }

    [Theory]
    [InlineData("aggregate", "--rule", "mean", "--byzantine", "0")]
    [InlineData("forge", "--attack", "sign-flip", "--byzantine", "1", "--learners", "7")]
    public void What_is_wrong_with_it_is_told_by_line(params string[] command)
    {
        var (exit, output, error) = WithInput("1,2\n3,x\n", [.. command, "--input", "-"]);

        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("standard input:2:3: \"x\" is not a", error);
    }

    private static Outcome WithInput(string input, string[] command)
    {
        var before = Console.In;
        try
        {
            Console.SetIn(new StringReader(input));
            return Outcome.Of(command);
        }
        finally
        {
            Console.SetIn(before);
        }
    }
}
