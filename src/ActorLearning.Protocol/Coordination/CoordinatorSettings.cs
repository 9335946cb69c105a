namespace ActorLearning.Protocol.Coordination;

/// <summary>What the coordinator knows from the start. Not among it: who is Byzantine.</summary>
/// <param name="Learners">Number of learners n.</param>
/// <param name="Rounds">Number of rounds of the run.</param>
/// <param name="Tolerated">After the reports of all but so many learners the round ends when patience does.</param>
/// <param name="Patience">How long to wait for the last few.</param>
/// <param name="Deadline">How long a round may take.</param>
public sealed record CoordinatorSettings(int Learners, int Rounds, int Tolerated, TimeSpan Patience, TimeSpan Deadline);
