namespace ActorLearning.Cluster.Messages;

/// <summary>How the cluster is, as one node sees it.</summary>
/// <param name="Seen">The node that tells.</param>
/// <param name="Members">All members, by address.</param>
/// <param name="Run">The run at hand; null where the coordinator did not answer.</param>
public sealed record ClusterStatus(string Seen, MemberStatus[] Members, RunStatus? Run) : IControlMessage
{
    /// <summary>Nodes that can host learners and are up and reachable.</summary>
    public int LearnerNodes => Members.Count(member =>
        member is { Status: "Up", IsReachable: true } && member.Roles.Split(',').Contains(NodeRoles.Learner));
}
