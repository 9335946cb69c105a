using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Records;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Coordination;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;
using ActorLearning.Robustness.Aggregation;

namespace ActorLearning.Engine.Checkpoints;

/// <summary>Everything a run in virtual time is at one instant.</summary>
/// <remarks>Random streams are no part of it: they follow from seed, purpose, learner and round.</remarks>
internal sealed record CheckpointState
{
    /// <summary>The instant.</summary>
    public required TimeSpan Now { get; init; }

    /// <summary>Wall-clock time used so far.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>What worker threads spent their time on so far.</summary>
    public required PhaseTimes Phases { get; init; }

    /// <summary>The honest learners.</summary>
    public required IReadOnlyList<LearnerState> Learners { get; init; }

    /// <summary>The Byzantine learners.</summary>
    public required IReadOnlyList<ByzantineState> Byzantine { get; init; }

    /// <summary>The learners to which the Byzantine role comes and goes.</summary>
    public IReadOnlyList<MobileByzantineState> Mobile { get; init; } = [];

    /// <summary>The coordinator.</summary>
    public required CoordinatorState Coordinator { get; init; }

    /// <summary>The momentum of each learner; null for Byzantine ones.</summary>
    public required IReadOnlyList<float[]?> Momenta { get; init; }

    /// <summary>What the rule remembers of each learner.</summary>
    public required IReadOnlyList<RuleState?> RuleStates { get; init; }

    /// <summary>Inputs not delivered yet, by receiver.</summary>
    public required IReadOnlyList<Mail> Inboxes { get; init; }

    /// <summary>Inputs of the coordinator not delivered yet.</summary>
    public required IReadOnlyList<Input> CoordinatorInbox { get; init; }

    /// <summary>Heavy work that has come up and is not done.</summary>
    public required IReadOnlyList<Task> Work { get; init; }

    /// <summary>The coordinator's timers.</summary>
    public required IReadOnlyList<Timer<Woke>> Wakes { get; init; }

    /// <summary>Pulls that are out.</summary>
    public required IReadOnlyList<Timer<Pull>> Pulls { get; init; }

    /// <summary>Messages under way, in the order they will arrive.</summary>
    public required IReadOnlyList<Timer<Letter>> Letters { get; init; }

    /// <summary>Work that takes time: when it will be done.</summary>
    public required IReadOnlyList<Timer<Task>> UnderWay { get; init; }

    /// <summary>The record's rounds.</summary>
    public required IReadOnlyList<RoundRecord> Rounds { get; init; }

    /// <summary>The record's evaluations.</summary>
    public required IReadOnlyList<LearnerEvaluation> Evaluations { get; init; }

    /// <summary>Something due at a time.</summary>
    public static Timer<T> At<T>(TimeSpan due, LearnerId learner, T what) => new(due, learner, what);

    /// <summary>The inputs of one receiver, in order.</summary>
    public sealed record Mail(LearnerId To, IReadOnlyList<Input> Inputs);

    /// <summary>Work a learner wants done.</summary>
    public sealed record Task(LearnerId Learner, Effect Effect);

    /// <summary>What happens to a learner at a time; of the coordinator's timers the learner is of no meaning.</summary>
    public sealed record Timer<T>(TimeSpan Due, LearnerId Learner, T What);
}
