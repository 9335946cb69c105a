namespace ActorLearning.Cli.Tests;

[Collection("console")]
public sealed class AggregateCommandTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    [Theory]
    [InlineData("nnm | trimmed-mean", "", "1.125,2.125,3.125")]
    [InlineData("mean", "", "20.900002,21.7,22.500002")]
    [InlineData("gossip", "--weights 0.1,0.1,0.1,0.1", "10.950001,11.85,12.750001")]
    [InlineData("gts", "--own 1 --weights .2,.2,.2,.2", "1.2,2.1000001,3.1000001")]
    [InlineData("zeno", "--losses 1,2,3,9,5", "1.125,2.125,3.125")]
    [InlineData("zeno", "--losses 9,NaN,3,4,5 --own 4", "25.75,26.625,27.375")]
    public async Task It_prints_one_line_that_reads_back_to_the_same_floats(string rule, string more, string expected)
    {
        File.WriteAllText(file, "1,2,3\n1.5,2,3\n\n1,2.5,3\r\n100,100,100\n1,2,3.5\n");

        var (exit, output, error) = await Run(["aggregate", "--rule", rule, "--byzantine", "1", "--input", file, .. Words(more)]);

        Assert.Equal((0, expected + Environment.NewLine, ""), (exit, output, error));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_with_its_line()
    {
        File.WriteAllText(file, "1,2\n3,x\n4\n");

        var (exit, output, error) = await Run(
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
            error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("trimmed-mean", "--rule: \"trimmed-mean\" cannot aggregate: "
        + "trimmed-mean with 1 assumed Byzantine needs 3 models and gets 2")]
    [InlineData("zeno", "--losses: \"zeno\" needs the loss of every vector")]
    public async Task What_a_rule_refuses_is_wrong_input(string rule, string expected)
    {
        File.WriteAllText(file, "1,2\n3,4\n");

        var (exit, _, error) = await Run(["aggregate", "--rule", rule, "--byzantine", "1", "--input", file]);

        Assert.Equal((2, expected), (exit, error.TrimEnd()));
    }

    [Fact]
    public async Task A_file_without_vectors_and_a_file_that_is_not_there_are_wrong_input()
    {
        var (empty, _, emptyError) = await Run(["aggregate", "--rule", "mean", "--byzantine", "0", "--input", file]);
        var (gone, _, goneError) = await Run(["aggregate", "--rule", "mean", "--byzantine", "0", "--input", file + ".not"]);

        Assert.Equal((2, $"{file}: holds no vectors"), (empty, emptyError.Split(Environment.NewLine)[0]));
        Assert.Equal((2, $"{file}.not: there is no such file"), (gone, goneError.Split(Environment.NewLine)[0]));
    }

    public void Dispose() => File.Delete(file);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<(int Exit, string Output, string Error)> Run(string[] arguments)
    {
        var (output, error, console) = (new StringWriter(), new StringWriter(), (Console.Out, Console.Error));
        Console.SetOut(output);
        Console.SetError(error);
        try
        {
            var exit = await CommandLine.RunAsync(arguments);
            return (exit, output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(console.Out);
            Console.SetError(console.Error);
        }
    }
}
