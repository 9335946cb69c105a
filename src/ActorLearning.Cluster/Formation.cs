using System.Diagnostics;
using ActorLearning.Cluster.Messages;
using ActorLearning.Scenarios;
using Akka.Actor;

namespace ActorLearning.Cluster;

/// <summary>Waits until a cluster has as many nodes with learners as a run wants.</summary>
internal static class Formation
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <exception cref="InputException">They do not come.</exception>
    public static async Task WaitAsync(IActorRef gateway, int nodes)
    {
        var clock = Stopwatch.StartNew();
        ClusterStatus? seen = null;
        while (seen?.LearnerNodes is not { } up || up < nodes)
        {
            if (clock.Elapsed > Limit)
            {
                throw new InputException("--engine cluster",
                    $"{nodes} node(s) with learners are wanted, after {Limit.TotalSeconds} s {seen?.LearnerNodes ?? 0} are up");
            }

            seen = await StatusOrNullAsync(gateway);
            await Task.Delay(Pause);
        }
    }

    private static async Task<ClusterStatus?> StatusOrNullAsync(IActorRef gateway)
    {
        try
        {
            return await gateway.Ask<ClusterStatus>(new StatusRequest(), TimeSpan.FromSeconds(10));
        }
        catch (AskTimeoutException)
        {
            return null;
        }
    }
}
