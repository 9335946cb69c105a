namespace ActorLearning.Cluster.Tests.Processes;

/// <summary>A test of what clients have to show, where Akka.NET asks them for it.</summary>
internal sealed class MutualTlsFactAttribute : FactAttribute
{
    private static readonly Version AsksClients = new(1, 5, 52);

    public MutualTlsFactAttribute()
    {
        var version = typeof(Akka.Actor.ActorSystem).Assembly.GetName().Version!;
        if (version < AsksClients)
        {
            Skip = $"Akka.NET {version.ToString(3)} never asks a client for its certificate (CVE-2025-61778), "
                + $"{AsksClients} and later do";
        }
    }
}
