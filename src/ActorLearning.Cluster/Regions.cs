using Akka.Actor;
using Akka.Cluster.Sharding;

namespace ActorLearning.Cluster;

/// <summary>
/// Waits until whoever places learners knows the nodes: shards that are placed before stay where they are for the whole run.
/// </summary>
internal static class Regions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Ends when so many nodes take learners; true unless that takes longer than a limit.</summary>
    /// <param name="learners">The shard region.</param>
    /// <param name="nodes">How many.</param>
    /// <param name="attempts">Questions asked at most, each with a patience of two seconds.</param>
    public static async Task<bool> WaitAsync(IActorRef learners, int nodes, int attempts = 30)
    {
        for (var attempt = 0; attempt < attempts; attempt++)
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
