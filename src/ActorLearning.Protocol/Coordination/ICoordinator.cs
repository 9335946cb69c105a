namespace ActorLearning.Protocol.Coordination;

/// <summary>Starts rounds, collects reports, and ends the run.</summary>
public interface ICoordinator : IMachine<CoordinatorState>
{
    /// <summary>The learners it waits for, ascending.</summary>
    IReadOnlyList<LearnerId> Missing { get; }

    /// <summary>The running round, or the last one that ended.</summary>
    Round Round { get; }
}
