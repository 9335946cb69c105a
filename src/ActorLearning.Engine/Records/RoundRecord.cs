using ActorLearning.Protocol;

namespace ActorLearning.Engine.Records;

/// <summary>Everything measured in a round, over the honest learners.</summary>
public sealed record RoundRecord
{
    /// <summary>The round; 0 for the start.</summary>
    public required int Round { get; init; }

    /// <summary>Mean training loss of the local steps.</summary>
    public double? TrainingLoss { get; init; }

    /// <summary>After the last exchange, in rounds that were evaluated.</summary>
    public AccuracySummary? Accuracy { get; init; }

    /// <summary>After the local steps, where that was evaluated.</summary>
    public AccuracySummary? AccuracyAfterTraining { get; init; }

    /// <summary>Mean accuracy after the last exchange on labels the learner has examples of; null where all have all.</summary>
    public double? Seen { get; init; }

    /// <summary>Mean accuracy after the last exchange on the other labels.</summary>
    public double? Unseen { get; init; }

    /// <summary>Mean accuracy on the label a learner has fewest examples of; null in rounds that were not evaluated.</summary>
    public double? Rarest { get; init; }

    /// <summary>Mean accuracy after the local steps on labels the learner has examples of.</summary>
    public double? SeenAfterTraining { get; init; }

    /// <summary>Mean accuracy after the local steps on the other labels.</summary>
    public double? UnseenAfterTraining { get; init; }

    /// <summary>Mean over the learners of |accuracy after the last exchange − accuracy after the local steps|.</summary>
    public double? Oscillation { get; init; }

    /// <summary>The same on labels the learner has no examples of.</summary>
    public double? OscillationUnseen { get; init; }

    /// <summary>Honest models offered to a rule that tells what it took.</summary>
    public long HonestOffered { get; init; }

    /// <summary>Those of them that it gave no weight.</summary>
    public long HonestRefused { get; init; }

    /// <summary>Byzantine models offered to such a rule.</summary>
    public long ByzantineOffered { get; init; }

    /// <summary>Those of them that it gave weight.</summary>
    public long ByzantineAccepted { get; init; }

    /// <summary>Mean test loss after the last exchange, in rounds that were evaluated.</summary>
    public double? TestLoss { get; init; }

    /// <summary>Mean distance of the models from their mean, in rounds that were evaluated.</summary>
    public double? ConsensusDistance { get; init; }

    /// <summary>Most Byzantine peers in one exchange of one learner.</summary>
    public int ByzantineMetMax { get; init; }

    /// <summary>Models asked for.</summary>
    public long Pulls { get; init; }

    /// <summary>Usable answers in time.</summary>
    public long Answers { get; init; }

    /// <summary>Pulls without an answer.</summary>
    public long Timeouts { get; init; }

    /// <summary>Answers that were broken.</summary>
    public long Broken { get; init; }

    /// <summary>Answers after the deadline.</summary>
    public long Late { get; init; }

    /// <summary>Second answers.</summary>
    public long Duplicates { get; init; }

    /// <summary>Answers nobody asked for.</summary>
    public long Unasked { get; init; }

    /// <summary>Bytes of usable models received.</summary>
    public long Bytes { get; init; }

    /// <summary>Learners that had not reported when the round ended.</summary>
    public IReadOnlyList<int> Missing { get; init; } = [];

    /// <summary>The record of what the honest learners reported.</summary>
    public static RoundRecord Of(
        int round, IReadOnlyCollection<RoundFacts> facts, IReadOnlyList<int> missing, int parameters) => new()
    {
        Round = round,
        TrainingLoss = Mean(facts, item => item.TrainingLoss),
        Accuracy = Summary(facts, item => item.AfterAggregation?.Accuracy),
        AccuracyAfterTraining = Summary(facts, item => item.AfterTraining?.Accuracy),
        TestLoss = Mean(facts, item => item.AfterAggregation?.Loss),
        Seen = Mean(facts, item => item.AfterAggregation?.Seen),
        Unseen = Mean(facts, item => item.AfterAggregation?.Unseen),
        Rarest = Mean(facts, item => item.AfterAggregation?.Rarest),
        SeenAfterTraining = Mean(facts, item => item.AfterTraining?.Seen),
        UnseenAfterTraining = Mean(facts, item => item.AfterTraining?.Unseen),
        Oscillation = Mean(facts, item => Distance(item.AfterAggregation?.Accuracy, item.AfterTraining?.Accuracy)),
        OscillationUnseen = Mean(facts, item => Distance(item.AfterAggregation?.Unseen, item.AfterTraining?.Unseen)),
        HonestOffered = facts.Sum(item => (long)item.HonestOffered),
        HonestRefused = facts.Sum(item => (long)item.HonestRefused),
        ByzantineOffered = facts.Sum(item => (long)item.ByzantineOffered),
        ByzantineAccepted = facts.Sum(item => (long)item.ByzantineAccepted),
        ByzantineMetMax = facts.Select(item => item.ByzantineMet).DefaultIfEmpty().Max(),
        Pulls = facts.Sum(item => (long)item.Pulls),
        Answers = facts.Sum(item => (long)item.Answers),
        Timeouts = facts.Sum(item => (long)item.Timeouts),
        Broken = facts.Sum(item => (long)item.Broken),
        Late = facts.Sum(item => (long)item.Late),
        Duplicates = facts.Sum(item => (long)item.Duplicates),
        Unasked = facts.Sum(item => (long)item.Unasked),
        Bytes = facts.Sum(item => (long)item.Answers) * parameters * sizeof(float),
        Missing = missing,
    };

    private static double? Distance(double? one, double? other) =>
        one is null || other is null ? null : Math.Abs(one.Value - other.Value);

    private static double? Mean(IReadOnlyCollection<RoundFacts> facts, Func<RoundFacts, double?> value) =>
        facts.Select(value).Average();

    private static AccuracySummary? Summary(IReadOnlyCollection<RoundFacts> facts, Func<RoundFacts, double?> value) =>
        AccuracySummary.Of([.. facts.Select(value).OfType<double>()]);
}
