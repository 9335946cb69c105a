using ActorLearning.Cli;
using ActorLearning.Robustness.Rules;
using ActorLearning.Scenarios;

namespace ActorLearning.Experiments.Tests;

[Collection(ConsoleCollection.Name)]
public sealed class ExperimentProblemTests
{
    [Fact]
    public void A_text_has_the_problems_that_the_command_line_tells()
    {
        var text = Tiny.Text.Replace("learners: 5", "learners: five", StringComparison.Ordinal)
            .Replace("sign-flip", "sing-flip", StringComparison.Ordinal)
            .Replace("rate: 0.1", "rat: 0.1", StringComparison.Ordinal);
        var file = Path.Combine(Directory.CreateTempSubdirectory("actorlearning-").FullName, "bad.yaml");
        File.WriteAllText(file, text);
        var byFile = Problems(() => Experiment.FromFile(file).Check());

        var byText = Problems(() => Experiment.FromText(text, file).Check());

        Assert.Equal(["learners", "byzantine.attack", "training.rat"], byFile.Select(problem => problem.Key));
        Assert.Equal([3, 4, 7], byFile.Select(problem => problem.Line));
        Assert.Equal(byFile, byText);
        Assert.Equal(string.Join('\n', byFile) + "\n", ErrorsOf("check", file));
    }

    [Fact]
    public void What_is_set_in_code_has_no_lines()
    {
        var experiment = new Experiment
        {
            ["learners"] = 1,
            ["model"] = "softmax-regresion",
            ["exchange.peers"] = "pull(3)",
            ["agregation"] = "mean",
            ["rounds"] = 3,
        };

        var problems = Problems(() => experiment.Check()).Select(problem => problem.ToString()).ToList();

        Assert.Equal(
            [
                "experiment: agregation: unknown key; did you mean aggregation?",
                "experiment: learners: 1 is out of range; allowed: 2 to 1000000",
                "experiment: aggregation: is missing. Mixing steps and a rule, divided by bars.",
            ],
            problems.Where(problem => !problem.Contains("model", StringComparison.Ordinal)));
        Assert.Contains(problems, problem => problem.StartsWith(
            "experiment: model: \"softmax-regresion\" is no model; did you mean softmax-regression?", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_of_ones_own_are_among_those_that_may_have_been_meant()
    {
        var experiment = Tiny.InCode();
        experiment.Rules["my-rule"] = new MeanRule();
        experiment["aggregation"] = "nnm | my-rul";

        Assert.Contains("\"my-rul\" is no rule; did you mean my-rule?", Assert.Single(Problems(() => experiment.Check())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_together_is_told_at_once()
    {
        var experiment = Tiny.InCode();
        (experiment["exchange.peers"], experiment["model"]) = ("wheel", "linear");
        experiment.Graphs["wheel"] = Protocol.Peers.GraphShapes.Ring(6);
        experiment.Models["linear"] = Learning.Networks.LayerNotation.Parse("L(3)-S", new(2, 1, 1), 3, [])!;

        Assert.Equal(
            [
                "exchange.peers: wheel is a graph over 6 learners, and there are 5",
                "model: linear takes 2 features; an example of mnist has 784",
            ],
            Problems(() => experiment.Check()).Select(problem => $"{problem.Key}: {problem.Message}").Order());
    }

    [Fact]
    public async Task A_stream_ends_with_what_ended_the_run()
    {
        var experiment = Tiny.InCode();
        (experiment["data.set"], experiment["data.split"]) = ("clouds", "dirichlet(alpha=0.001)");
        (experiment["learners"], experiment["evaluate.images"]) = (40, "all");
        experiment.DataSets["clouds"] = Tiny.Clouds();
        var run = experiment.Start();

        var told = await Assert.ThrowsAsync<InputException>(async () => await run.Rounds.CountAsync());

        Assert.Equal("data.split", Assert.Single(told.Problems).Source);
        Assert.Same(told, await Assert.ThrowsAsync<InputException>(() => run.Result));
    }

    private static IReadOnlyList<Problem> Problems(Action action) => Assert.Throws<InputException>(action).Problems;

    private static string ErrorsOf(params string[] arguments)
    {
        var before = Console.Error;
        using var written = new StringWriter();
        Console.SetError(written);
        Assert.Equal(CommandLine.WrongInput, CommandLine.RunAsync(arguments).GetAwaiter().GetResult());
        Console.SetError(before);
        return written.ToString().ReplaceLineEndings("\n");
    }
}
