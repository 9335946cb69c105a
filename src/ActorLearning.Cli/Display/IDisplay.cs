using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Display;

/// <summary>How a run is shown.</summary>
internal interface IDisplay : IDisposable
{
    void Start(Scenario scenario);

    /// <summary>Something worth a line, in words.</summary>
    void Tell(string sentence);

    void Show(RunProgress progress);

    void End(RunRecord record, string folder, string file);
}
