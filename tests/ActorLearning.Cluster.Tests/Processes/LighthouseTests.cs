using System.Diagnostics;
using Akka.Actor;

namespace ActorLearning.Cluster.Tests.Processes;

/// <summary>The lighthouse as a program of its own.</summary>
[Collection(ProcessCollection.Name)]
public sealed class LighthouseTests : IDisposable
{
    private const string Settings = """
        akka.remote.dot-netty.tcp { hostname = 127.0.0.1, port = 0 }
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly string folder = Directory.CreateTempSubdirectory("lighthouse").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_takes_nodes_in_hosts_no_learners_and_leaves_when_it_is_interrupted()
    {
        using var lighthouse = Start(Write("own.hocon", Settings));
        var address = await AddressAsync(lighthouse);
        await using (var node = NodeHost.Start(new NodeOptions { Port = 0 }))
        {
            node.Join(Address.Parse(address));
            await node.UpAsync().WaitAsync(Limit);

            var status = await RemoteCluster.StatusAsync([address], "");
            Assert.Equal((1, 2), (status.LearnerNodes, status.Members.Length));
            Assert.Equal(NodeRoles.Lighthouse, status.Members.Single(member => member.Address == address).Roles);
        }

        using (var kill = Process.Start("kill", ["-INT", $"{lighthouse.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await lighthouse.WaitForExitAsync().WaitAsync(Limit);
        Assert.Equal(0, lighthouse.ExitCode);
    }

    [Fact]
    public async Task Settings_that_are_not_there_or_not_to_be_read_end_it_with_words()
    {
        var missing = Path.Combine(folder, "missing.hocon");

        Assert.Contains("missing.hocon", await ErrorAsync(missing), StringComparison.Ordinal);
        Assert.Equal("--hocon: these settings cannot be read: line 1: a bracket is left open",
            (await ErrorAsync(Write("broken.hocon", "akka { remote = ["))).Trim());
    }

    private static async Task<string> ErrorAsync(string settings)
    {
        using var lighthouse = Start(settings);
        var error = await lighthouse.StandardError.ReadToEndAsync().WaitAsync(Limit);
        await lighthouse.WaitForExitAsync().WaitAsync(Limit);
        Assert.Equal(2, lighthouse.ExitCode);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        return error;
    }

    private static Process Start(string settings) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "ActorLearning.Lighthouse.dll"), settings])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task<string> AddressAsync(Process lighthouse)
    {
        while (await lighthouse.StandardOutput.ReadLineAsync().WaitAsync(Limit) is { } line)
        {
            if (line.StartsWith(LocalNodes.Ready, StringComparison.Ordinal))
            {
                return line[LocalNodes.Ready.Length..];
            }
        }

        throw new IOException($"it ended: {await lighthouse.StandardError.ReadToEndAsync()}");
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
