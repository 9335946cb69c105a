using System.CommandLine;
using ActorLearning.Scenarios.Reading;

namespace ActorLearning.Cli.Commands;

/// <summary><c>check SCENARIO…</c>.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("scenario") { Description = "Scenario files", Arity = ArgumentArity.OneOrMore };
        var command = new Command("check",
            "Check scenarios: every problem at once, e.g. actorlearning check scenarios/quickstart.yaml")
        {
            files, ScenarioOptions.Set, ScenarioOptions.Seed,
        };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(files), ScenarioOptions.Overrides(parsed)));
        return command;
    }

    private static int Check(string[] files, IReadOnlyList<string> overrides)
    {
        var wrong = new List<Scenarios.Problem>();
        foreach (var file in files)
        {
            try
            {
                var scenario = ScenarioFile.Read(file, overrides);
                Console.WriteLine($"{file}: good. {Display.Sentence.Of(scenario)}");
                if (Display.Sentence.OfGraph(scenario) is { } graph)
                {
                    Console.WriteLine($"  {graph}");
                }
            }
            catch (Scenarios.InputException e)
            {
                wrong.AddRange(e.Problems);
            }
        }

        return wrong.Count == 0 ? CommandLine.Done : throw new Scenarios.InputException(wrong);
    }
}
