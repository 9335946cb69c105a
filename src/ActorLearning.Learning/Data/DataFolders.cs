namespace ActorLearning.Learning.Data;

/// <summary>
/// Where data sets lie: <c>data/NAME</c> beside the current folder, the program, or one of the folders above them.
/// </summary>
public static class DataFolders
{
    /// <summary>Environment variable that names the folder of all data sets and is looked at first.</summary>
    public const string Variable = "ACTORLEARNING_DATA";

    /// <summary>The folder of a data set.</summary>
    /// <exception cref="DataSetException">There is none; the message says where was looked.</exception>
    public static string Find(string name)
    {
        var stated = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(stated))
        {
            var folder = Path.Combine(stated, name);
            return Directory.Exists(folder) ? folder
                : throw new DataSetException($"{folder} does not exist; {Variable} says that data sets lie in {stated}. "
                    + $"`actorlearning data get {name}` fetches it there.");
        }

        var starts = new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory };
        return starts.SelectMany(Upwards).Select(above => Path.Combine(above, "data", name)).FirstOrDefault(Directory.Exists)
            ?? throw new DataSetException(
                $"no folder data/{name} in {starts[0]}, beside the program or above them. "
                + $"`actorlearning data get {name}` fetches it; or set {Variable} to the folder that has it.");
    }

    /// <summary>Where a data set that is fetched belongs: the folder it is in already, or would be looked for first.</summary>
    public static string ToFill(string name)
    {
        var stated = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrEmpty(stated))
        {
            return Path.Combine(stated, name);
        }

        // Beside the data sets that are there, so that a program started in a folder below finds all of them.
        var here = Directory.GetCurrentDirectory();
        var known = Upwards(here).Select(above => Path.Combine(above, "data")).FirstOrDefault(Directory.Exists);
        return Path.Combine(known ?? Path.Combine(here, "data"), name);
    }

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
