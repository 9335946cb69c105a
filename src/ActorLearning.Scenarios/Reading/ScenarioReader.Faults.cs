using ActorLearning.Scenarios.Catalogue;
using ActorLearning.Scenarios.Faults;
using YamlDotNet.RepresentationModel;

namespace ActorLearning.Scenarios.Reading;

/// <remarks>What goes wrong.</remarks>
internal sealed partial class ScenarioReader
{
    private List<Fault> ReadFaults(int? learners)
    {
        var node = top.Node("faults");
        var items = node switch
        {
            null or YamlScalarNode { Value: null or "" } => [],
            YamlSequenceNode list => list.Children,
            _ => [node],
        };
        var faults = new List<(YamlNode At, Fault Fault)>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not YamlScalarNode { Value: { Length: > 0 } text } item)
            {
                log.Report(items[i], "faults", "a fault is a name with options, as in loss(0.01) or crash(3, at=10s)");
            }
            else
            {
                log.Read($"faults[{i}]", text);
                if (Known.Faults.Make(text, 0, (at, message) => log.Report(item, "faults", message, at)) is { } fault)
                {
                    faults.Add((item, fault));
                }
            }
        }

        List<Fault> all = [.. faults.Select(pair => pair.Fault)];
        foreach (var (at, fault) in learners is null ? [] : faults)
        {
            if (fault.Refusal(all, learners!.Value) is { } reason)
            {
                log.Report(at, "faults", reason);
            }
        }

        return all;
    }
}
