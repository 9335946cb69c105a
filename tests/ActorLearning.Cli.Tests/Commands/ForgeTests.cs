namespace ActorLearning.Cli.Tests.Commands;

/// <summary>The <c>forge</c> command, run in this process with files of its own.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ForgeTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("sign-flip", "-2,-4\n")]
    [InlineData("fall-of-empires(epsilon=0.1)", "-0.2,-0.4\n")]
    [InlineData("alie(z=2)", "4,4\n")]
    [InlineData("alie(z=auto, sign=-)", "1.7466528,4\n")]
    [InlineData("max", "-3,-4\n")]
    [InlineData("mimic(target=1)", "2,4\n")]
    [InlineData("wrong-length", "0\n")]
    [InlineData("infinite", "Infinity,Infinity\n")]
    [InlineData("silent", "")]
    public async Task An_attack_is_made_on_the_vectors_of_a_file(string attack, string expected)
    {
        var (code, output, _) = await Forge("1,4\n2,4\n\n3,4\n", attack, byzantine: 2, learners: 7);

        Assert.Equal((CommandLine.Done, expected), (code, output));
    }

    [Theory]
    [InlineData("dissensus(epsilon=1)", "-1.5,0\n")]
    [InlineData("sign-flip(of=own)", "-0,-0\n")]
    [InlineData("sign-flip", "-1.5,-0\n")]
    public async Task The_victims_own_model_is_left_out_of_those_it_pulled(string attack, string expected)
    {
        var (code, output, _) = await Forge("1,0\n0,0\n2,0\n", attack, byzantine: 2, learners: 7, "--victim", "1");

        Assert.Equal((CommandLine.Done, expected), (code, output));
    }

    [Theory]
    [InlineData("optimised-alie")]
    [InlineData("sampling-aware(of=both)")]
    [InlineData("spectral")]
    [InlineData("min-max")]
    [InlineData("gaussian")]
    public async Task What_is_printed_is_read_again_as_the_same_floats(string attack)
    {
        string[] more = ["--victim", "0", "--rule", "trimmed-mean"];

        var (code, output, _) = await Forge("1,0.1\n0,0.5\n2,-0.3\n0.5,1\n", attack, byzantine: 2, learners: 7, more);
        var (_, again, _) = await Forge(output + "1,1\n2,2\n", "mimic", byzantine: 2, learners: 7);

        Assert.Equal(CommandLine.Done, code);
        Assert.Equal(output, again);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_with_its_place()
    {
        var (code, output, problems) = await Forge(
            "1,2\n1,x\n1,2,3\nnan,1e99\n", "aile", byzantine: 9, learners: 9, "--rule", "nmm | mean");

        Assert.Equal((CommandLine.WrongInput, ""), (code, output));
        Assert.Contains("--attack:1:1: \"aile\" is no attack; did you mean alie?", problems);
        Assert.Contains("--rule:1:1: \"nmm\" is no", problems);
        Assert.Contains($"{file}:2:3: \"x\" is not a finite number", problems);
        Assert.Contains($"{file}:3:1: has 3 values, the first vector has 2", problems);
        Assert.Contains($"{file}:4:1: \"nan\" is not a finite number", problems);
        Assert.Contains($"{file}:4:5: \"1e99\" is not a finite number", problems);
        Assert.Contains("--byzantine: 9 of 9 learners; 1 to 8", problems);
    }

    [Theory]
    [InlineData("", "sign-flip", 2, "holds no vector; write one a line, values divided by commas")]
    [InlineData("1\n2\n", "dissensus", 2, "--victim: is missing: this attack looks at the victim's own model")]
    [InlineData("1\n2\n", "mimic(2)", 2, "--attack: target 2 is none of the 2 models; 0 to 1")]
    [InlineData("1\n2\n", "alie", 6, "--input: holds 2 honest models, but of 7 learners 1 are honest")]
    [InlineData("1\n2\n", "alie", 0, "--byzantine: 0 of 7 learners; 1 to 6")]
    [InlineData("1\n2\n", "label-flip", 2, "--attack: trains on examples, and there are only vectors; try it in a run")]
    [InlineData("1\n2\n", "gradient-matching", 2, "--attack: trains on examples, and there are only vectors; try it in a run")]
    public async Task What_cannot_be_forged_is_refused(string input, string attack, int byzantine, string expected)
    {
        var (code, output, problems) = await Forge(input, attack, byzantine, learners: 7);

        Assert.Equal((CommandLine.WrongInput, ""), (code, output));
        Assert.Contains(expected, problems);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_wrong_input()
    {
        var (code, _, problems) = await Forge(null, "alie", byzantine: 2, learners: 7);

        Assert.Equal(CommandLine.WrongInput, code);
        Assert.Contains($"{file}: there is no such file", problems);
    }

    private async Task<(int Code, string Output, string Problems)> Forge(
        string? input, string attack, int byzantine, int learners, params string[] more)
    {
        if (input is not null)
        {
            await File.WriteAllTextAsync(file, input);
        }

        var (before, errors) = (Console.Out, Console.Error);
        using var output = new StringWriter { NewLine = "\n" };
        using var problems = new StringWriter { NewLine = "\n" };
        Console.SetOut(output);
        Console.SetError(problems);
        try
        {
            string[] arguments =
                ["forge", "--attack", attack, "--byzantine", $"{byzantine}", "--learners", $"{learners}", "--input", file];
            var code = await CommandLine.RunAsync([.. arguments, .. more]);
            return (code, output.ToString(), problems.ToString());
        }
        finally
        {
            Console.SetOut(before);
            Console.SetError(errors);
        }
    }
}
