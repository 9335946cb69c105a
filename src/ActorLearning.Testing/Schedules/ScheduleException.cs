namespace ActorLearning.Testing.Schedules;

/// <summary>A schedule did not go as it was written: the message names the line and tells what is under way.</summary>
public sealed class ScheduleException(string message) : Exception(message);
