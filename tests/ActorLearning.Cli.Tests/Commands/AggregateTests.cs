namespace ActorLearning.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class AggregateTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    [Theory]
    [InlineData("nnm | trimmed-mean", "", "1.125,2.125,3.125")]
    [InlineData("mean", "", "20.900002,21.7,22.500002")]
    [InlineData("gossip", "--weights 0.1,0.1,0.1,0.1", "10.950001,11.85,12.750001")]
    [InlineData("gts", "--own 1 --weights .2,.2,.2,.2", "1.2,2.1000001,3.1000001")]
    [InlineData("zeno", "--losses 1,2,3,9,5", "1.125,2.125,3.125")]
    [InlineData("zeno", "--losses 9,NaN,3,4,5 --own 4", "25.75,26.625,27.375")]
    public void It_prints_one_line_that_reads_back_to_the_same_floats(string rule, string more, string expected)
    {
        File.WriteAllText(file, "1,2,3\n1.5,2,3\n\n1,2.5,3\r\n100,100,100\n1,2,3.5\n");

        var (exit, output, error) = Outcome.Of(
            ["aggregate", "--rule", rule, "--byzantine", "1", "--input", file, .. Words(more)]);

        Assert.Equal((0, expected + "\n", ""), (exit, output, error));
    }

    [Fact]
    public void A_vector_that_is_left_out_is_named()
    {
        File.WriteAllText(file, "1,2\n1e999,4\n5,6\n");

        var (exit, output, error) = Outcome.Of(["aggregate", "--rule", "mean", "--byzantine", "1", "--input", file]);

        Assert.Equal((0, "3,4\n", "Left out, for not every value is finite: vector 1 (from 0).\n"), (exit, output, error));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_with_its_line()
    {
        File.WriteAllText(file, "1,2\n3,x\n4\n");

        var (exit, output, error) = Outcome.Of(
            ["aggregate", "--rule", "nmm | zeno", "--byzantine", "-1", "--own", "7", "--losses", "1,y", "--weights", "2,.1",
                "--byzantine-weight", "-1", "--input", file]);

        Assert.Equal((2, ""), (exit, output));
        Assert.Equal(
            [
                "--rule:1:1: \"nmm\" is no mixing step; did you mean nnm? (known: nnm, bucketing, clipping, arc)",
                $"{file}:2:3: \"x\" is not a number",
                $"{file}:3:1: has 1 values, the first vector has 2",
                "--weights: 2 is out of range: 0 or more, at most 1",
                "--losses: \"y\" is not a number",
                "--losses: has 2 values and needs 3",
                "--own: 7 is no line; 0 to 2",
                "--byzantine: -1 is too few; 0 or more",
                "--byzantine-weight: -1 is too little; 0 or more",
            ],
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("trimmed-mean", "--rule: \"trimmed-mean\" cannot aggregate: "
        + "trimmed-mean with 1 assumed Byzantine needs 3 models and gets 2")]
    [InlineData("zeno", "--losses: \"zeno\" needs the loss of every vector")]
    [InlineData("multi-krum(q=9)", "--rule: \"multi-krum(q=9)\" cannot aggregate: "
        + "multi-krum(q=9) with 1 assumed Byzantine needs 9 models and gets 2")]
    [InlineData("", "--rule:1:1: a step is empty; write mixing steps and a rule, as in nnm | trimmed-mean")]
    [InlineData("arc | nnm", "--rule:1:7: nnm is a mixing step and cannot come last; end with a rule, as in nnm | trimmed-mean")]
    [InlineData("nnm | centred-clipping(radius=-1)", "--rule:1:24: radius=-1 is out of range: 0 or more")]
    [InlineData("ubar(share=1.2)", "--rule:1:6: share=1.2 is out of range: above 0, at most 1")]
    [InlineData("gossip", "--weights: sum to 1.25, and the own vector has the rest of 1", "--weights", "1,.25")]
    public void What_a_rule_refuses_is_wrong_input(string rule, string expected, params string[] more)
    {
        File.WriteAllText(file, more.Length == 0 ? "1,2\n3,4\n" : "1,2\n3,4\n5,6\n");

        var (exit, _, error) = Outcome.Of(["aggregate", "--rule", rule, "--byzantine", "1", "--input", file, .. more]);

        Assert.Equal((2, expected), (exit, error.TrimEnd()));
    }

    [Fact]
    public void Too_few_vectors_are_told_along_with_everything_else()
    {
        File.WriteAllText(file, "1,2\n3,4\nNaN,6\n");

        var (exit, _, error) = Outcome.Of(
            ["aggregate", "--rule", "trimmed-mean", "--byzantine", "2", "--byzantine-weight", "-1", "--input", file]);

        Assert.Equal(2, exit);
        Assert.Equal(
            [
                "--byzantine-weight: -1 is too little; 0 or more",
                "--rule: \"trimmed-mean\" cannot aggregate: trimmed-mean with 1 assumed Byzantine needs 3 models and gets 2",
            ],
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_file_without_vectors_and_a_file_that_is_not_there_are_wrong_input()
    {
        var (empty, _, emptyError) = Outcome.Of(["aggregate", "--rule", "mean", "--byzantine", "0", "--input", file]);
        var (gone, _, goneError) = Outcome.Of(["aggregate", "--rule", "mean", "--byzantine", "0", "--input", file + ".not"]);

        Assert.Equal((2, $"{file}: holds no vector; write one a line, values divided by commas"),
            (empty, emptyError.Split('\n')[0]));
        Assert.Equal((2, $"{file}.not: there is no such file"), (gone, goneError.Split('\n')[0]));
    }

    public void Dispose() => File.Delete(file);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
