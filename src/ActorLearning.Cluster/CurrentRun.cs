using ActorLearning.Cluster.Messages;
using Akka.Actor;
using Akka.DistributedData;

namespace ActorLearning.Cluster;

/// <summary>The run the cluster is at: it lies on a majority of the nodes, so that a new coordinator finds it.</summary>
/// <remarks>
/// Nodes that come later do not have it: whoever reads asks five nodes more than a majority, of up to ten nodes
/// all, so that one is among them that does.
/// </remarks>
/// <param name="Run">The run.</param>
/// <param name="Client">The path of whoever submitted it.</param>
/// <param name="Scenario">The scenario's text.</param>
internal sealed record CurrentRun(Guid Run, string Client, string Scenario)
{
    private const char Separator = '\n';
    private static readonly LWWRegisterKey<string> Key = new("current-run");
    private const int More = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The run at hand; null where none is.</summary>
    /// <exception cref="InvalidOperationException">Too few of the nodes answer.</exception>
    public static Task<CurrentRun?> ReadAsync(ActorSystem system) => ReadAsync(system, new ReadMajorityPlus(Patience, More));

    /// <summary>The run of this name; null where it is not the one at hand.</summary>
    /// <exception cref="InvalidOperationException">Too few of the nodes answer, and this one does not know it.</exception>
    public static async Task<CurrentRun?> ReadAsync(ActorSystem system, Guid run)
    {
        var here = await ReadAsync(system, ReadLocal.Instance);
        var current = here?.Run == run ? here : await ReadAsync(system);
        return current?.Run == run ? current : null;
    }

    private static async Task<CurrentRun?> ReadAsync(ActorSystem system, IReadConsistency consistency)
    {
        var answer = await DistributedData.Get(system).Replicator
            .Ask<IGetResponse>(Dsl.Get(Key, consistency), 2 * Patience);
        return answer switch
        {
            { IsSuccessful: true } => Parse(answer.Get(Key).Value),
            NotFound => null,
            _ => throw new InvalidOperationException($"too few of the nodes tell which run goes on: {answer}"),
        };
    }

    /// <summary>Puts a run, or that there is none, on a majority of the nodes.</summary>
    /// <exception cref="InvalidOperationException">No majority of the nodes answers.</exception>
    public static async Task WriteAsync(ActorSystem system, CurrentRun? run)
    {
        var node = Akka.Cluster.Cluster.Get(system).SelfUniqueAddress;
        var text = run is null ? string.Empty : string.Join(Separator, run.Run.ToString("N"), run.Client, run.Scenario);
        var update = Dsl.Update(
            Key, new LWWRegister<string>(node, text), new WriteMajority(Patience), old => old.WithValue(node, text));
        var answer = await DistributedData.Get(system).Replicator.Ask<IUpdateResponse>(update, 2 * Patience);
        if (!answer.IsSuccessful)
        {
            throw new InvalidOperationException($"no majority of the nodes takes the run: {answer}");
        }
    }

    private static CurrentRun? Parse(string text)
    {
        var parts = text.Split(Separator, 3);
        return parts.Length == 3 ? new CurrentRun(Guid.ParseExact(parts[0], "N"), parts[1], parts[2]) : null;
    }
}
