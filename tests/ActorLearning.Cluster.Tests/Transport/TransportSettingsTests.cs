using ActorLearning.Cluster.Transport;
using ActorLearning.Protocol.Wire;
using ActorLearning.Scenarios;
using Akka.Configuration;

namespace ActorLearning.Cluster.Tests.Transport;

public sealed class TransportSettingsTests
{
    private const string Frame = "akka.remote.dot-netty.tcp.maximum-frame-size";

    [Theory]
    [InlineData("32000b")]
    [InlineData("64000b")]
    [InlineData("80KiB")]
    public void A_piece_fits_the_frame_with_what_akka_puts_around_it(string frame)
    {
        var config = ConfigurationFactory.ParseString($"{Frame} = {frame}");
        var settings = TransportSettings.Of(config);

        var bytes = WireChunk.SizeOf(settings.ChunkValues);

        Assert.InRange(bytes, config.GetByteSize(Frame)!.Value - 4100, config.GetByteSize(Frame)!.Value - 4096);
    }

    /// <summary>Larger arrays lie on a heap that is collected only with everything else.</summary>
    [Fact]
    public void By_default_a_piece_is_no_large_object()
    {
        var bytes = WireChunk.SizeOf(TransportSettings.Of(NodeDefaults.Behind()).ChunkValues);

        Assert.InRange(bytes, 64_000, 84_000);
    }

    [Fact]
    public void Every_number_that_makes_no_sense_is_named_at_once()
    {
        var e = Assert.Throws<InputException>(() => TransportSettings.Of(ConfigurationFactory.ParseString(
            "actorlearning.models { pulls-in-flight = 0, chunks-in-flight = -1, chunk-size = 3b }")));

        Assert.Equal(3, e.Problems.Count);
        Assert.Contains("pulls-in-flight", e.Message);
        Assert.Contains("chunk-size", e.Message);
    }
}
