using ActorLearning.Learning.Data;
using ActorLearning.Learning.Networks;

namespace ActorLearning.Scenarios.Catalogue;

/// <summary>A data set by name: what is known of it before its files are read, and how to read them.</summary>
/// <param name="Folder">Its folder below the folder of all data sets.</param>
/// <param name="Shape">Shape of an example.</param>
/// <param name="Classes">Number of labels.</param>
/// <param name="Training">Number of training examples.</param>
/// <param name="Test">Number of test examples.</param>
/// <param name="Read">Reads a folder.</param>
public sealed record DataSource(string Folder, Shape Shape, int Classes, int Training, int Test, Func<string, DataSet> Read)
{
    /// <summary>SHA-256 of a file of one's own, which a scenario's fingerprint counts; null for what all have.</summary>
    public string? Digest { get; init; }

    /// <summary>A data set that is in memory already.</summary>
    /// <param name="data">The examples; what they hold counts in a scenario's fingerprint.</param>
    public static DataSource Of(DataSet data) =>
        new(data.Name, data.Shape, data.Classes, data.Training.Count, data.Test.Count, _ => data)
        {
            Digest = DataDigest.Of(data),
        };

    /// <summary>Finds and reads the files.</summary>
    /// <exception cref="DataSetException">They are missing or damaged.</exception>
    public DataSet Load() => Read(Digest is null ? DataFolders.Find(Folder) : Folder);
}
