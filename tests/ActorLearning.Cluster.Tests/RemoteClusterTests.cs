using System.Net;
using System.Net.Sockets;
using Akka.Actor;

namespace ActorLearning.Cluster.Tests;

public sealed class RemoteClusterTests
{
    [Fact]
    public async Task Whoever_submits_listens_on_the_port_that_a_firewall_leaves_open()
    {
        await using var node = NodeHost.Start(new NodeOptions { Port = 0 });
        node.Join(node.Address);
        await node.UpAsync();
        var port = FreePort();

        await using var cluster = await RemoteCluster.ConnectAsync(
            [node.Address.ToString()], $"akka.remote.dot-netty.tcp.port = {port}");

        Assert.Equal(port, ((ExtendedActorSystem)cluster.System).Provider.DefaultAddress.Port);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
