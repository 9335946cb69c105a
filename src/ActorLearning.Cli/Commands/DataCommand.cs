using System.CommandLine;
using ActorLearning.Cli.Downloads;
using ActorLearning.Learning.Data;
using ActorLearning.Scenarios;

namespace ActorLearning.Cli.Commands;

/// <summary><c>data get NAME</c>.</summary>
internal static class DataCommand
{
    private static readonly Argument<string> Name =
        new("name") { Description = string.Join(", ", RemoteDataSet.All.Select(set => $"{set.Name} ({set.Size})")) };

    private static readonly Option<string?> From =
        new("--from") { Description = "Take the files from this folder instead of the internet" };

    public static Command Create()
    {
        var get = new Command("get",
            "Fetch a data set, check its SHA-256s and put it where scenarios find it, e.g. actorlearning data get mnist")
        {
            Name, From,
        };
        get.SetAction((parsed, _) => GetAsync(parsed.GetRequiredValue(Name), parsed.GetValue(From)));
        return new Command("data", "Data sets, e.g. actorlearning data get mnist") { get };
    }

    private static async Task<int> GetAsync(string name, string? from)
    {
        var set = RemoteDataSet.All.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw new InputException("data get", $"\"{name}\" is no data set that can be fetched"
                + Nearest.Hint(name, RemoteDataSet.All.Select(candidate => candidate.Name))
                + $" (known: {string.Join(", ", RemoteDataSet.All.Select(candidate => candidate.Name))}). "
                + "One's own data goes by csv(file=…).");
        var folder = DataFolders.ToFill(set.Name);
        using var client = new HttpClient();
        var getter = new DataGetter(client, Console.WriteLine);
        if (from is not null)
        {
            getter.Copy(set, from, folder);
            return CommandLine.Done;
        }

        using var interrupt = new Interrupt();
        try
        {
            await getter.FetchAsync(set, folder, interrupt.Token);
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            Console.Error.WriteLine("Ended early; the same command goes on from here.");
            return CommandLine.Failed;
        }

        return CommandLine.Done;
    }
}
