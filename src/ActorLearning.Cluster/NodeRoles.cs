namespace ActorLearning.Cluster;

/// <summary>What a node is there for.</summary>
public static class NodeRoles
{
    /// <summary>Hosts learners and may host the coordinator.</summary>
    public const string Learner = "learner";

    /// <summary>A meeting point without learners.</summary>
    public const string Lighthouse = "lighthouse";
}
