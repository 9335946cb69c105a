using ActorLearning.Cluster;
using ActorLearning.Scenarios;

// The seed node: a program of its own, so that it can be left running on a machine that does nothing else.
// Usage: dotnet run --project lighthouse [SETTINGS.hocon]
if (args.Length > 1 || args is ["--help" or "-h"])
{
    Console.WriteLine("lighthouse [SETTINGS.hocon]: the node all others know; without settings those of hocon/lighthouse.hocon");
    return args.Length > 1 ? 2 : 0;
}

try
{
    var path = args is [var given] ? given : Path.Combine(AppContext.BaseDirectory, "lighthouse.hocon");
    return await NodeProgram.RunAsync(new NodeOptions { Hocon = File.ReadAllText(path), Role = NodeRoles.Lighthouse });
}
catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
