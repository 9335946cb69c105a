using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Display;

/// <summary>A line for each evaluation: for files, pipes and continuous integration.</summary>
internal sealed class PlainDisplay : IDisplay
{
    public void Start(Scenario scenario) => Console.WriteLine(Sentence.OfStart(scenario));

    public void Tell(string sentence) => Console.WriteLine(sentence);

    public void Show(RunProgress progress)
    {
        if (progress.Round.Missing.Count > 0)
        {
            Console.WriteLine(Sentence.OfMissing(progress.Round));
        }

        if (progress.Round.Accuracy is not null)
        {
            Console.WriteLine(Sentence.Of(progress));
        }
    }

    public void End(RunRecord record, string folder, string file) => Console.Write(Sentence.OfEnd(record, folder, file));

    public void Dispose()
    {
    }
}
