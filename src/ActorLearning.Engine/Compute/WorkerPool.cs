using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace ActorLearning.Engine.Compute;

/// <summary>
/// Runs independent pieces of work on a fixed number of threads. What a piece computes does not depend on the thread.
/// </summary>
public sealed class WorkerPool
{
    private readonly Worker[] workers;

    /// <summary>A pool of so many threads, the caller's among them.</summary>
    public WorkerPool(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        workers = [.. Enumerable.Range(0, threads).Select(_ => new Worker())];
    }

    /// <summary>
    /// Does <paramref name="work"/> for 0 … count−1 and returns when all are done. Where some fail, throws what the first of them
    /// threw, whatever the number of threads.
    /// </summary>
    public void Run(int count, Action<int, Worker> work)
    {
        if (workers.Length == 1 || count <= 1)
        {
            for (var i = 0; i < count; i++)
            {
                work(i, workers[0]);
            }

            return;
        }

        var next = -1;
        var failures = new ConcurrentDictionary<int, ExceptionDispatchInfo>();
        Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, worker =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                try
                {
                    work(i, workers[worker]);
                }
                catch (Exception e)
                {
                    failures[i] = ExceptionDispatchInfo.Capture(e);
                    return;
                }
            }
        });
        if (!failures.IsEmpty)
        {
            failures.MinBy(failure => failure.Key).Value.Throw();
        }
    }
}
