using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Akka.Actor;

namespace ActorLearning.Cluster;

/// <summary>A lighthouse and nodes as processes of their own on this machine; they end with this one.</summary>
public sealed class LocalNodes : IAsyncDisposable
{
    /// <summary>What a node prints, before its address, when it is up.</summary>
    public const string Ready = "node is up at ";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Leaving = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly List<Process> processes = [];
    private readonly Dictionary<string, int> processIds = [];
    private readonly IReadOnlyList<string> command;
    private readonly IReadOnlyList<string> arguments;

    private LocalNodes(IReadOnlyList<string> command, IReadOnlyList<string> arguments) =>
        (this.command, this.arguments) = (command, arguments);

    /// <summary>The lighthouse's address.</summary>
    public string Lighthouse { get; private set; } = "";

    /// <summary>Process numbers by address, the lighthouse's among them.</summary>
    public IReadOnlyDictionary<string, int> ProcessIds => processIds;

    /// <summary>Starts them and waits until all are up.</summary>
    /// <param name="command">The command line up to the word <c>node</c>.</param>
    /// <param name="count">Nodes with learners.</param>
    /// <param name="threads">Worker threads of each.</param>
    /// <param name="arguments">What is said to each of them beside.</param>
    /// <exception cref="IOException">A node ends before it is up; its last words are in the message.</exception>
    public static async Task<LocalNodes> StartAsync(
        IReadOnlyList<string> command, int count, int threads, params IReadOnlyList<string> arguments)
    {
        var nodes = new LocalNodes(command, arguments);
        try
        {
            nodes.Lighthouse = await nodes.StartOneAsync("--role", NodeRoles.Lighthouse);
            await Task.WhenAll(Enumerable.Range(0, count).Select(_ => nodes.AddAsync(threads)));
            return nodes;
        }
        catch
        {
            await nodes.DisposeAsync();
            throw;
        }
    }

    /// <summary>One node more; its address.</summary>
    public Task<string> AddAsync(int threads) => StartOneAsync(
        "--seed-node", Lighthouse, "--threads", threads.ToString(CultureInfo.InvariantCulture));

    /// <summary>Asks all to leave by closing their standard input, and ends those that do not.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Where(process => !process.HasExited))
        {
            process.StandardInput.Close();
        }

        using var limit = new CancellationTokenSource(Leaving);
        foreach (var process in processes)
        {
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }

            process.Dispose();
        }
    }

    private async Task<string> StartOneAsync(params string[] own)
    {
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in command.Skip(1).Concat(["node", "--port", "0", "--end-with-input"]).Concat(arguments).Concat(own))
        {
            start.ArgumentList.Add(word);
        }

        var process = Process.Start(start)!;
        lock (gate)
        {
            processes.Add(process);
        }

        var up = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var words = new ConcurrentQueue<string>(); // Two streams speak.
        void Hear(string? line)
        {
            if (line is null)
            {
                up.TrySetException(new IOException($"a node ended before it was up: {string.Join(" / ", words.ToArray())}"));
            }
            else if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                up.TrySetResult(line[Ready.Length..]);
            }
            else if (!up.Task.IsCompleted)
            {
                words.Enqueue(line);
            }
        }

        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => { if (e.Data is not null) { Hear(e.Data); } };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var address = await up.Task.WaitAsync(Limit);
        lock (gate)
        {
            processIds[address] = process.Id;
        }

        return address;
    }
}
