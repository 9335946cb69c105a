namespace ActorLearning.Cluster.Messages;

/// <summary>One node of the cluster as another one sees it.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Roles">Its roles, joined by commas.</param>
/// <param name="Status">Joining, Up, Leaving, …</param>
/// <param name="IsReachable">Whether its heartbeats arrive.</param>
/// <param name="Learners">How many learners live on it; −1 where nobody could tell.</param>
public sealed record MemberStatus(string Address, string Roles, string Status, bool IsReachable, int Learners) : IControlMessage;
