using ActorLearning.Cluster.Messages;
using ActorLearning.Cluster.Transport;
using ActorLearning.Protocol;
using ActorLearning.Scenarios;
using Akka.Actor;

namespace ActorLearning.Cluster;

/// <summary>
/// The largest control message, what a round brought of every learner, is measured before a run begins: Akka drops what does
/// not fit a frame without a word to the sender.
/// </summary>
internal static class SummarySize
{
    /// <summary>Refuses a run whose summaries do not fit.</summary>
    /// <param name="system">Whose frames and serializers count.</param>
    /// <param name="learners">How many report.</param>
    /// <exception cref="InputException">They do not fit.</exception>
    public static void Require(ActorSystem system, int learners)
    {
        var (needed, frame) = (Of(system, learners), TransportSettings.LongestMessage(system.Settings.Config));
        if (needed > frame)
        {
            throw new InputException("learners", $"what a round of {learners:N0} learners brings takes {needed:N0} bytes and a "
                + $"frame holds {frame:N0}; raise {TransportSettings.FrameKey} of nodes and submitter, and the buffers with it");
        }
    }

    /// <summary>Bytes of a summary in which every learner reports everything.</summary>
    public static int Of(ActorSystem system, int learners)
    {
        var facts = Enumerable.Range(0, learners).Select(number => new RoundFacts
        {
            TrainingLoss = number,
            AfterTraining = Whole(number),
            AfterAggregation = Whole(number),
        });
        var summary = new RoundSummary(Guid.Empty, int.MaxValue, [.. Enumerable.Range(0, learners)], [.. facts], []);
        return system.Serialization.FindSerializerFor(summary).ToBinary(summary).Length;
    }

    private static Quality Whole(double value) => new(value, value) { Seen = value, Unseen = value, Rarest = value };
}
