using System.Diagnostics;
using Akka.Actor;
using Akka.Cluster.Sharding;

namespace ActorLearning.Cluster;

/// <summary>
/// Waits until whoever places learners knows the nodes: shards that are placed before stay where they are for the whole run.
/// </summary>
internal static class Regions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Ends when so many nodes take learners; true unless that takes longer than a minute.</summary>
    /// <param name="learners">The shard region.</param>
    /// <param name="nodes">How many.</param>
    public static async Task<bool> WaitAsync(IActorRef learners, int nodes)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Limit)
        {
            try
            {
                var known = await learners.Ask<CurrentRegions>(GetCurrentRegions.Instance, Patience);
                if (known.Regions.Count >= nodes)
                {
                    return true;
                }

                await Task.Delay(Patience / 20);
            }
            catch (AskTimeoutException)
            {
                // The one who places learners is not there yet.
            }
        }

        return false;
    }
}
