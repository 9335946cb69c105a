using ActorLearning.Cluster.Messages;
using Akka.Actor;
using Akka.Configuration;
using Xunit.Abstractions;

namespace ActorLearning.Cluster.Tests.Transport;

public sealed class HostileNodeTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly string Hostile = $$"""
        akka.actor {
          provider = remote
          serializers.hostile = "{{typeof(HostileSerializer).FullName}}, ActorLearning.Cluster.Tests"
          serialization-bindings { "{{typeof(HostileSerializer).FullName}}+Hostile, ActorLearning.Cluster.Tests" = hostile }
        }
        """;

    [Fact]
    public async Task A_node_that_sends_hostile_bytes_over_a_real_connection_is_heard_to_the_end()
    {
        const int messages = 50_000;
        using var ours = Start("akka.actor.provider = remote");
        using var theirs = Start(Hostile);
        var heard = new Tally();
        ours.ActorOf(Props.Create(() => new Listener(heard)), "listener");
        var address = ((ExtendedActorSystem)ours).Provider.DefaultAddress;
        var listener = await theirs.ActorSelection($"{address}/user/listener").ResolveOne(Limit);

        for (var i = 0; i < messages; i++)
        {
            listener.Tell(new HostileSerializer.Hostile(i));
        }

        // An exception on the way would have ended the connection: what comes behind it would never be heard.
        var answer = await listener.Ask<string>("still there?", Limit);

        output.WriteLine($"seed {HostileSerializer.Seed}: {heard.Damaged:N0} damaged, {heard.Whole:N0} whole");
        Assert.Equal("yes", answer);
        Assert.Equal(messages, heard.Damaged + heard.Whole);
        Assert.InRange(heard.Damaged, messages / 2, messages - 1);
    }

    private static ActorSystem Start(string hocon) => ActorSystem.Create("hostile", ConfigurationFactory.ParseString(hocon)
        .WithFallback(ConfigurationFactory.ParseString(NodeDefaults.Hocon)));

    private sealed class Tally
    {
        public int Damaged { get; set; }

        public int Whole { get; set; }
    }

    private sealed class Listener : ReceiveActor
    {
        public Listener(Tally heard)
        {
            Receive<DamagedMessage>(_ => heard.Damaged++);
            Receive<IModelMessage>(_ => heard.Whole++);
            Receive<string>(_ => Sender.Tell("yes"));
        }
    }
}
