using Akka.Actor;
#if PETABRIDGE
using Petabridge.Cmd.Cluster;
using Petabridge.Cmd.Cluster.Sharding;
using Petabridge.Cmd.Host;
using Petabridge.Cmd.Remote;
#endif

namespace ActorLearning.Cluster;

/// <summary>Opens a node to the command line <c>pbm</c> of Petabridge.Cmd, where this build has it.</summary>
internal static class Palettes
{
    /// <summary>Whether this build has it.</summary>
#if PETABRIDGE
    public const bool AreThere = true;
#else
    public const bool AreThere = false;
#endif

    /// <summary>Registers the commands on the cluster, its shards and its connections.</summary>
    public static void Open(ActorSystem system)
    {
#if PETABRIDGE
        var command = PetabridgeCmd.Get(system);
        command.RegisterCommandPalette(ClusterCommands.Instance);
        command.RegisterCommandPalette(ClusterShardingCommands.Instance);
        command.RegisterCommandPalette(new RemoteCommands());
        command.Start();
#endif
    }
}
