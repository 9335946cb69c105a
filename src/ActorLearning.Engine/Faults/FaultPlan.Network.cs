using ActorLearning.Numerics;
using ActorLearning.Scenarios.Faults;

namespace ActorLearning.Engine.Faults;

/// <remarks>What becomes of a message: a function of its name and of when it is sent.</remarks>
public sealed partial class FaultPlan
{
    /// <summary>How long a message is on its way: no time where it is lost, two where it arrives twice.</summary>
    /// <param name="message">Which.</param>
    /// <param name="sent">When it is sent.</param>
    /// <param name="delays">Is filled.</param>
    public void Travel(in MessageName message, TimeSpan sent, List<TimeSpan> delays)
    {
        delays.Clear();
        if (IsCut(message, sent) || Happens<LossFault>(message, sent, fault => fault.Probability))
        {
            return;
        }

        delays.Add(Delay(message, sent));
        if (Happens<DuplicationFault>(message, sent, fault => fault.Probability))
        {
            delays.Add(Delay(message with { Copy = ~message.Copy }, sent)); // A number that no other copy has.
        }
    }

    private bool IsCut(in MessageName message, TimeSpan sent)
    {
        if (message.Sender == LearnerPart.Coordinator || message.Receiver == LearnerPart.Coordinator)
        {
            return false;
        }

        foreach (var (fault, side) in partitions)
        {
            if (sent >= fault.From && sent < fault.Until && side[message.Sender] != side[message.Receiver])
            {
                return true;
            }
        }

        return false;
    }

    private bool Happens<T>(in MessageName message, TimeSpan sent, Func<T, double> probability) where T : NetworkFault
    {
        foreach (var (fault, purpose) in network)
        {
            if (fault is T meant && meant.Scope.Concerns(message.Sender, message.Receiver, sent)
                && Stream(purpose, message, sent).NextDouble() < probability(meant))
            {
                return true;
            }
        }

        return false;
    }

    private TimeSpan Delay(in MessageName message, TimeSpan sent)
    {
        var delay = TimeSpan.Zero;
        foreach (var (fault, purpose) in network)
        {
            if (fault.Scope.Concerns(message.Sender, message.Receiver, sent))
            {
                var random = Stream(purpose, message, sent);
                delay += fault switch
                {
                    LatencyFault latency => latency.Delay.Draw(ref random),
                    ReorderingFault held when random.NextDouble() < held.Probability => held.Within * random.NextDouble(),
                    _ => TimeSpan.Zero,
                };
            }
        }

        return delay;
    }

    private RandomStream Stream(StreamPurpose purpose, in MessageName message, TimeSpan sent) =>
        new(seed, purpose, message.Sender + 1, message.Receiver + 1, message.Mixed(sent));
}
