namespace ActorLearning.Scenarios.Faults;

/// <summary>Which messages a fault of the network concerns: pulls, answers, ticks and reports.</summary>
/// <param name="Sender">Who sends; null for everyone.</param>
/// <param name="Receiver">Who receives; null for everyone.</param>
/// <param name="From">Sent from this time on.</param>
/// <param name="Until">Sent before this time.</param>
public sealed record MessageScope(LearnerPart? Sender, LearnerPart? Receiver, TimeSpan From, TimeSpan Until)
{
    /// <summary>Whether it concerns a message; the coordinator's number is <see cref="LearnerPart.Coordinator"/>.</summary>
    public bool Concerns(int sender, int receiver, TimeSpan sent) =>
        sent >= From && sent < Until && Sender?.Includes(sender) != false && Receiver?.Includes(receiver) != false;
}
