using ActorLearning.Engine.Records;
using ActorLearning.Reporting;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Display;

/// <summary>One JSON line for each evaluation, then the whole record on one.</summary>
internal sealed class JsonDisplay : IDisplay
{
    public void Start(Scenario scenario)
    {
    }

    public void Tell(string sentence)
    {
    }

    public void Show(RunProgress progress)
    {
        if (progress.Round.Accuracy is not null)
        {
            Console.WriteLine(RecordJson.Line(progress.Round, progress.Record.Elapsed));
        }
    }

    public void End(RunRecord record, string folder, string file) => Console.WriteLine(RecordJson.Line(record));

    public void Dispose()
    {
    }
}
