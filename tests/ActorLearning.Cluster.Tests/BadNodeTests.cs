using ActorLearning.Scenarios;

namespace ActorLearning.Cluster.Tests;

public sealed class BadNodeTests
{
    [Theory]
    [InlineData("10.0.0.1:4053", "is no address such as akka.tcp://actorlearning@10.0.0.1:4053")]
    [InlineData("akka.tcp://actorlearning@10.0.0.1", "is no address")]
    [InlineData("akka.tcp://other@127.0.0.1:4053", "nodes are called actorlearning")]
    [InlineData("akka.ssl.tcp://actorlearning@127.0.0.1:4053", "either both use TLS")]
    public async Task A_seed_node_that_cannot_be_one_is_refused(string address, string reason)
    {
        var atRun = await Assert.ThrowsAsync<InputException>(() => RemoteCluster.StatusAsync([address], ""));
        var atNode = Assert.Throws<InputException>(() => NodeHost.Start(new NodeOptions { SeedNodes = [address], Port = 0 }));

        Assert.Contains(reason, atRun.Message);
        Assert.Contains(reason, atNode.Message);
    }

    [Fact]
    public void Settings_that_are_no_HOCON_are_refused()
    {
        var e = Assert.Throws<InputException>(() => NodeHost.Start(new NodeOptions { Hocon = "akka { loglevel = \"" }));

        Assert.Contains("--hocon", e.Message);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var port = ((System.Net.IPEndPoint)other.LocalEndpoint).Port;

        var e = await Assert.ThrowsAsync<InputException>(() => NodeProgram.RunAsync(new NodeOptions { Port = port }));

        Assert.Contains("cannot be taken", e.Message);
    }
}
