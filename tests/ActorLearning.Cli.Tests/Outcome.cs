namespace ActorLearning.Cli.Tests;

/// <summary>What a command line came to, with plain line ends.</summary>
internal sealed record Outcome(int Exit, string Out, string Error)
{
    /// <summary>Runs a command line in this process.</summary>
    public static Outcome Of(params string[] arguments) => Of(() => CommandLine.RunAsync(arguments).GetAwaiter().GetResult());

    /// <summary>Runs a part of the program.</summary>
    public static Outcome Of(Func<int> part)
    {
        var (standard, error) = (Console.Out, Console.Error);
        using var written = new StringWriter();
        using var complained = new StringWriter();
        try
        {
            Console.SetOut(written);
            Console.SetError(complained);
            var exit = part();
            return new Outcome(exit, Plain(written), Plain(complained));
        }
        finally
        {
            Console.SetOut(standard);
            Console.SetError(error);
        }
    }

    /// <summary>The output's lines that are not empty.</summary>
    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Asserts that the input was refused, with this and nothing else told.</summary>
    public void AssertRefused(string expected)
    {
        Assert.Equal(expected, Error.TrimEnd('\n'));
        Assert.Equal("", Out);
        Assert.Equal(CommandLine.WrongInput, Exit);
    }

    /// <summary>Asserts that all went well and gives itself back.</summary>
    public Outcome AssertDone()
    {
        Assert.Equal("", Error);
        Assert.Equal(CommandLine.Done, Exit);
        return this;
    }

    private static string Plain(StringWriter writer) => writer.ToString().ReplaceLineEndings("\n");
}
