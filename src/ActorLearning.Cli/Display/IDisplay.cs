using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Display;

/// <summary>How a run is shown.</summary>
internal interface IDisplay : IDisposable
{
    void Start(Scenario scenario);

    void Show(RunProgress progress);

    void End(RunRecord record, string folder, string file);
}
