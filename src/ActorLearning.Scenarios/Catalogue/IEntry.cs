namespace ActorLearning.Scenarios.Catalogue;

/// <summary>What every catalogue entry tells about itself.</summary>
public interface IEntry
{
    /// <summary>The name.</summary>
    string Name { get; }

    /// <summary>The name with its options and their defaults.</summary>
    string Signature { get; }

    /// <summary>One line on what it does.</summary>
    string Meaning { get; }

    /// <summary>The paper it comes from; empty where there is none.</summary>
    string Source { get; }

    /// <summary>Its options.</summary>
    IReadOnlyList<Option> Options { get; }
}
