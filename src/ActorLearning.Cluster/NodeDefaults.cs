namespace ActorLearning.Cluster;

/// <summary>The settings every node starts from. Whatever a configuration file says goes before them.</summary>
public static class NodeDefaults
{
    /// <summary>HOCON text.</summary>
    public const string Hocon = """
        akka {
          loglevel = WARNING
          stdout-loglevel = WARNING
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          actor {
            provider = cluster
            serializers {
              hyperion = "Akka.Serialization.HyperionSerializer, Akka.Serialization.Hyperion"
              models = "ActorLearning.Cluster.ModelSerializer, ActorLearning.Cluster"
            }
            serialization-bindings {
              "ActorLearning.Cluster.Messages.IControlMessage, ActorLearning.Cluster" = hyperion
              "ActorLearning.Cluster.Messages.IModelMessage, ActorLearning.Cluster" = models
            }
          }
          remote.dot-netty.tcp {
            hostname = "127.0.0.1"
            port = 0
            # Models go in pieces that fit a frame; the buffers must be as large as the frame.
            maximum-frame-size = 16MiB
            send-buffer-size = 16MiB
            receive-buffer-size = 16MiB
          }
          cluster {
            downing-provider-class = "Akka.Cluster.SBR.SplitBrainResolverProvider, Akka.Cluster"
            split-brain-resolver { active-strategy = keep-majority, stable-after = 7s }
            # A tick makes a burst of models; a busy node is not a dead node.
            failure-detector.acceptable-heartbeat-pause = 15s
            # The durable store is another package, and a run does not outlive its cluster.
            distributed-data.durable.keys = []
            sharding {
              state-store-mode = ddata
              distributed-data.durable.keys = []
              # A learner that waits for a tick is not idle.
              passivate-idle-entity-after = off
            }
          }
        }
        actorlearning.models {
          # Models under way at once from any one node to this one; others wait, and learners take turns.
          pulls-in-flight = 8
          # A model goes in pieces of at most this many bytes, or what a frame holds; so many pieces of one are under way at once.
          chunk-size = 1MiB
          chunks-in-flight = 2
          # Fetched models that are kept for other learners of the node.
          store-size = 256MiB
          # Larger models are refused before anything is allocated for them.
          largest-model = 1GiB
        }
        actorlearning.compute {
          type = ForkJoinDispatcher
          throughput = 1
          dedicated-thread-pool { thread-count = 8, threadtype = background }
        }
        """;
}
