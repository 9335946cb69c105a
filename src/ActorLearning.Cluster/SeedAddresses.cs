using ActorLearning.Scenarios;
using Akka.Actor;

namespace ActorLearning.Cluster;

/// <summary>Addresses of nodes as users write them.</summary>
internal static class SeedAddresses
{
    private const string Example = $"akka.tcp://{NodeHost.SystemName}@10.0.0.1:4053";

    /// <summary>Refuses what is no address of a node, or one that a system cannot talk to: every problem at once.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="system">Who would talk; null: any protocol is good.</param>
    /// <exception cref="InputException">There is a problem.</exception>
    public static void Check(IEnumerable<string> addresses, ActorSystem? system = null)
    {
        var own = (system as ExtendedActorSystem)?.Provider.DefaultAddress.Protocol;
        var problems = addresses.Select(address => Problem(address, own)).OfType<string>()
            .Select(message => new Problem("--seed-node", 0, 0, "", message)).ToList();
        if (problems.Count > 0)
        {
            throw new InputException(problems);
        }
    }

    private static string? Problem(string text, string? own)
    {
        if (!ActorPath.TryParseAddress(text, out var address) || address.Port is null)
        {
            return $"\"{text}\" is no address such as {Example}";
        }

        if (address.System != NodeHost.SystemName)
        {
            return $"\"{text}\" names a system {address.System}; nodes are called {NodeHost.SystemName}";
        }

        return own is null || address.Protocol == own
            ? null
            : $"\"{text}\" speaks {address.Protocol}, this program {own}: "
                + "either both use TLS (--hocon, see hocon/tls.hocon) or neither";
    }
}
