using ActorLearning.Scenarios;
using Akka.Configuration;

namespace ActorLearning.Cluster.Tests;

public sealed class HoconTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "hocon");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.hocon").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_key_has_a_comment_above_it(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file))
            .Select(line => line.Trim()).Where(line => line.Length > 0).ToList();

        var bare = lines.Where((line, i) => line.Contains('=') && !line.StartsWith('#') && !lines[i - 1].StartsWith('#')
            && !line.EndsWith('{'));

        Assert.Empty(bare);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_goes_before_the_defaults(string file)
    {
        var config = NodeDefaults.Behind(File.ReadAllText(Path.Combine(Folder, file)));

        Assert.Equal("cluster", config.GetString("akka.actor.provider"));
    }

    [Theory]
    [InlineData("akka { foo = [ }", "line 1: \"}\" closes nothing")]
    [InlineData("# } \n// ]\nakka {\n a = 1\n", "line 3: a bracket is left open")]
    [InlineData("a = \"1\nb = 2", "line 1: a quote is not closed")]
    [InlineData("a = \"\"\"1\n\"\nb = 2", "line 1: a quote is not closed")]
    [InlineData("a = 1\ninclude \"b\"", "line 2: include is not possible here; give one text")]
    [InlineData("a = 1 ]", "line 1: \"]\" closes nothing")]
    public void A_text_that_is_not_whole_is_refused_before_the_parser_sees_it(string text, string reason) => Assert.Equal(
        $"--hocon: these settings cannot be read: {reason}",
        Assert.Throws<InputException>(() => NodeDefaults.Behind(text)).Message);

    [Fact]
    public void Brackets_in_strings_and_comments_count_for_nothing_and_a_key_may_begin_like_include() => Assert.Equal(
        "{ [ \" x", NodeDefaults.Behind("# {\n// [\nincluded = \"{ [ \\\" x\"\nb = \"\"\"}\n\"]\"\"\"").GetString("included"));

    /// <summary>What has bitten users of this stack, or would: changing one of these takes a reason.</summary>
    [Theory]
    [InlineData("akka.remote.dot-netty.tcp.hostname", "127.0.0.1")]
    [InlineData("akka.remote.dot-netty.tcp.tcp-reuse-addr", "off")]
    [InlineData("akka.remote.dot-netty.tcp.maximum-frame-size", "16MiB")]
    [InlineData("akka.remote.dot-netty.tcp.send-buffer-size", "16MiB")]
    [InlineData("akka.remote.dot-netty.tcp.receive-buffer-size", "16MiB")]
    [InlineData("akka.cluster.split-brain-resolver.active-strategy", "keep-majority")]
    [InlineData("akka.cluster.split-brain-resolver.stable-after", "4s")]
    [InlineData("akka.cluster.down-removal-margin", "2s")]
    [InlineData("akka.cluster.failure-detector.acceptable-heartbeat-pause", "6s")]
    [InlineData("akka.cluster.sharding.state-store-mode", "ddata")]
    [InlineData("akka.cluster.sharding.passivate-idle-entity-after", "off")]
    [InlineData("akka.cluster.sharding.role", "learner")]
    [InlineData("akka.cluster.singleton.role", "learner")]
    [InlineData("akka.cluster.singleton-proxy.role", "learner")]
    [InlineData("akka.cluster.distributed-data.role", "learner")]
    [InlineData("akka.cluster.distributed-data.gossip-interval", "365d")]
    [InlineData("akka.cluster.sharding.rebalance-interval", "2s")]
    [InlineData("akka.cluster.gossip-interval", "500ms")]
    [InlineData("akka.cluster.leader-actions-interval", "500ms")]
    [InlineData("akka.cluster.singleton-proxy.buffer-size", "10000")]
    [InlineData("akka.cluster.downing-provider-class", "Akka.Cluster.SBR.SplitBrainResolverProvider, Akka.Cluster")]
    [InlineData("akka.actor.serializers.json", "ActorLearning.Cluster.NoJsonSerializer, ActorLearning.Cluster")]
    [InlineData("actorlearning.models.pulls-in-flight", "8")]
    [InlineData("actorlearning.models.chunk-size", "80kB")]
    [InlineData("actorlearning.models.chunks-in-flight", "12")]
    [InlineData("actorlearning.models.store-size", "256MiB")]
    [InlineData("actorlearning.models.largest-model", "1GiB")]
    [InlineData("actorlearning.compute.type", "ForkJoinDispatcher")]
    [InlineData("actorlearning.compute.throughput", "1")]
    public void The_defaults_are_these(string key, string value) =>
        Assert.Equal(value, NodeDefaults.Behind().GetString(key));

    [Theory]
    [InlineData("akka.cluster.distributed-data.durable.keys")]
    [InlineData("akka.cluster.sharding.distributed-data.durable.keys")]
    [InlineData("akka.cluster.seed-nodes")]
    public void These_lists_are_empty(string key) => Assert.Empty(NodeDefaults.Behind().GetStringList(key));

    [Fact]
    public void What_is_named_here_is_what_Akka_knows()
    {
        var known = ConfigurationFactory.ParseString(AllReferences());

        var unknown = Keys(ConfigurationFactory.ParseString(NodeDefaults.Hocon).Root.GetObject(), "")
            .Where(key => key.StartsWith("akka.") && !key.Contains("seria") && !known.HasPath(key)
                && key != "akka.actor.provider");

        Assert.Empty(unknown);
    }

    /// <summary>The defaults of every part of Akka.NET in use, joined.</summary>
    private static string AllReferences()
    {
        var parts = new[] { typeof(Akka.Actor.ActorSystem), typeof(Akka.Remote.PhiAccrualFailureDetector),
            typeof(Akka.Cluster.Cluster),
            typeof(Akka.Cluster.Sharding.ClusterSharding), typeof(Akka.Cluster.Tools.Singleton.ClusterSingletonManager),
            typeof(Akka.DistributedData.DistributedData) };
        return string.Join('\n', parts.Select(part => part.Assembly).SelectMany(assembly => assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".conf"))
            .Select(name => new StreamReader(assembly.GetManifestResourceStream(name)!).ReadToEnd())));
    }

    private static IEnumerable<string> Keys(Akka.Configuration.Hocon.HoconObject node, string prefix)
    {
        foreach (var (name, value) in node.Items)
        {
            var key = prefix.Length == 0 ? name : $"{prefix}.{name}";
            foreach (var inner in value.IsObject() ? Keys(value.GetObject(), key) : [key])
            {
                yield return inner;
            }
        }
    }
}
