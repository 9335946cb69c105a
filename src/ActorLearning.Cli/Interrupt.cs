using System.Runtime.InteropServices;

namespace ActorLearning.Cli;

/// <summary>Ctrl-C and a request to terminate end the run after the round at hand; a second one ends the process.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interrupt() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Take),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take),
    ];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void Take(PosixSignalContext context)
    {
        if (source.IsCancellationRequested)
        {
            return; // The second time: the default action ends the process.
        }

        context.Cancel = true;
        Console.Error.WriteLine("Ending after this round; once more to end at once.");
        source.Cancel();
    }
}
