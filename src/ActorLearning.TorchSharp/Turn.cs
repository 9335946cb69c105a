using TorchSharp;

namespace ActorLearning.TorchSharp;

/// <summary>A thread's turn with libtorch: how many native threads it has, and whether others must wait.</summary>
/// <remarks>libtorch's number of threads is the calling thread's own; its default random generator is the process's.</remarks>
internal readonly struct Turn : IDisposable
{
    private static readonly Lock Gate = new();

    private readonly bool isAlone;

    private Turn(bool isAlone) => this.isAlone = isAlone;

    /// <summary>Begins a turn.</summary>
    /// <param name="allThreads">Whether it has all threads of the machine, or one.</param>
    /// <param name="isAlone">Whether no other turn of this kind may go on meanwhile.</param>
    public static Turn Take(bool allThreads, bool isAlone)
    {
        if (isAlone)
        {
            Gate.Enter();
        }

        var wanted = allThreads ? Environment.ProcessorCount : 1;
        if (torch.get_num_threads() != wanted) // Cheap; the first on a thread takes over the process's number.
        {
            torch.set_num_threads(wanted);
        }

        return new Turn(isAlone);
    }

    public void Dispose()
    {
        if (isAlone)
        {
            Gate.Exit();
        }
    }
}
