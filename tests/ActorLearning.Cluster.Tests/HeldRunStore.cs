using System.Threading.Channels;
using ActorLearning.Engine.Preparation;
using ActorLearning.Scenarios;

namespace ActorLearning.Cluster.Tests;

/// <summary>A place for the run at hand that answers when the test says so.</summary>
internal sealed class HeldRunStore(RunSetup setup) : IRunStore
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Channel<TaskCompletionSource<PreparedRun?>> searches =
        Channel.CreateUnbounded<TaskCompletionSource<PreparedRun?>>();

    private readonly Channel<(CurrentRun Run, TaskCompletionSource<PreparedRun> Begun)> wanted =
        Channel.CreateUnbounded<(CurrentRun, TaskCompletionSource<PreparedRun>)>();

    private int ended;

    /// <summary>How many runs were ended.</summary>
    public int Ended => Volatile.Read(ref ended);

    public Task<PreparedRun> BeginAsync(CurrentRun run)
    {
        var begun = new TaskCompletionSource<PreparedRun>();
        wanted.Writer.TryWrite((run, begun));
        return begun.Task;
    }

    public Task<PreparedRun?> FindAsync()
    {
        var search = new TaskCompletionSource<PreparedRun?>();
        searches.Writer.TryWrite(search);
        return search.Task;
    }

    public Task EndAsync()
    {
        Interlocked.Increment(ref ended);
        return Task.CompletedTask;
    }

    /// <summary>Whoever looks for a run finds none.</summary>
    public async Task HasNoneAsync() => (await NextAsync(searches)).SetResult(null);

    /// <summary>Whoever looks for a run finds one whose learners are so far.</summary>
    public async Task HasAsync(CurrentRun run, int round) =>
        (await NextAsync(searches)).SetResult(new PreparedRun(run, setup, round));

    /// <summary>Whoever looks for a run hears that too few nodes answer.</summary>
    public async Task CannotTellAsync() =>
        (await NextAsync(searches)).SetException(new InvalidOperationException("too few of the nodes answer"));

    /// <summary>Whoever looks for a run finds one whose data it cannot have.</summary>
    public async Task HasLostAsync(CurrentRun run, string key, string reason) =>
        (await NextAsync(searches)).SetException(new LostRunException(run, new InputException(key, reason)));

    /// <summary>The run that is wanted has its data.</summary>
    public async Task GrantAsync()
    {
        var (run, begun) = await NextAsync(wanted);
        begun.SetResult(new PreparedRun(run, setup, 0));
    }

    /// <summary>The run that is wanted is refused.</summary>
    public async Task RefuseAsync(string key, string reason) =>
        (await NextAsync(wanted)).Begun.SetException(new InputException(key, reason));

    private static Task<T> NextAsync<T>(Channel<T> channel) => channel.Reader.ReadAsync().AsTask().WaitAsync(Limit);
}
