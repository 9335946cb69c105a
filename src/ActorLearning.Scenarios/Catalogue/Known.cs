namespace ActorLearning.Scenarios.Catalogue;

/// <summary>
/// The catalogue: every name a scenario can use. An entry here is all it takes to be usable, listed and tested.
/// </summary>
public static partial class Known
{
    /// <summary>The parts of the catalogue by the word the <c>list</c> command takes.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<IEntry>> Parts => new Dictionary<string, IReadOnlyList<IEntry>>
    {
        ["rules"] = [.. Rules.Entries],
        ["mixing"] = [.. MixingSteps.Entries],
        ["attacks"] = [.. Attacks.Entries],
        ["models"] = [.. Models.Entries],
        ["data"] = [.. DataSets.Entries],
        ["splits"] = [.. Splits.Entries],
        ["peers"] = [.. Peers.Entries],
        ["ticks"] = [.. Ticks.Entries],
        ["faults"] = [.. Faults.Entries],
    };
}
