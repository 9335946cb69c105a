using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Display;

/// <summary>Shows nothing.</summary>
internal sealed class QuietDisplay : IDisplay
{
    public void Start(Scenario scenario)
    {
    }

    public void Tell(string sentence)
    {
    }

    public void Show(RunProgress progress)
    {
    }

    public void End(RunRecord record, string folder, string file)
    {
    }

    public void Dispose()
    {
    }
}
