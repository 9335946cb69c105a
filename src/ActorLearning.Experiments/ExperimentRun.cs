using System.Threading.Channels;
using ActorLearning.Engine;
using ActorLearning.Engine.Records;
using ActorLearning.Scenarios;

namespace ActorLearning.Experiments;

/// <summary>A run under way.</summary>
public sealed class ExperimentRun
{
    private readonly Channel<RoundRecord> rounds =
        Channel.CreateUnbounded<RoundRecord>(new UnboundedChannelOptions { SingleWriter = true });

    internal ExperimentRun(Func<Action<RoundRecord>, Task<ExperimentResult>> run) => Result = GoAsync(run);

    /// <summary>
    /// Every round as it ends, to be read once; its accuracy is null in rounds that are not evaluated. Nobody has to read them:
    /// the run does not wait.
    /// </summary>
    /// <exception cref="InputException">Data sets are missing or damaged, or the split leaves a learner without data.</exception>
    /// <exception cref="RunFailedException">The run cannot go on.</exception>
    public IAsyncEnumerable<RoundRecord> Rounds => rounds.Reader.ReadAllAsync();

    /// <summary>What comes of the run.</summary>
    public Task<ExperimentResult> Result { get; }

    private async Task<ExperimentResult> GoAsync(Func<Action<RoundRecord>, Task<ExperimentResult>> run)
    {
        try
        {
            var result = await run(round => rounds.Writer.TryWrite(round));
            rounds.Writer.Complete();
            return result;
        }
        catch (Exception e)
        {
            rounds.Writer.Complete(e);
            throw;
        }
    }
}
