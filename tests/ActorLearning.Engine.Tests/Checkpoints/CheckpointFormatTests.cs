using System.Buffers.Binary;
using System.Security.Cryptography;
using ActorLearning.Engine.Checkpoints;
using ActorLearning.Engine.Embedded;
using ActorLearning.Numerics;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Tests.Checkpoints;

public sealed class CheckpointFormatTests
{
    private static readonly Lazy<byte[]> Written = new(() =>
    {
        var kept = new KeptCheckpoints();
        SmallRun.Run(
            new EmbeddedOptions { Checkpoints = kept }, "checkpoint.every=1", "rounds=2", "learners=4", "byzantine.count=1",
            "exchange.peers=pull(3)", "exchange.assumedByzantine=1", "evaluate.images=1");
        return Assert.Single(kept.All);
    });

    [Fact]
    public void A_changed_bit_is_found_wherever_it_is()
    {
        const ulong Seed = 20260;
        var random = new RandomStream(Seed, StreamPurpose.Split);
        for (var i = 0; i < 300; i++)
        {
            // The first bytes and the last, and anything between them.
            var length = Written.Value.Length;
            var at = i switch { < 80 => i, < 160 => length + 79 - i, _ => random.NextBelow(length) };
            byte[] damaged = [.. Written.Value];
            damaged[at] ^= (byte)(1 << random.NextBelow(8));

            var error = Record.Exception(() => KeptCheckpoints.Read(damaged));

            Assert.True(error is CheckpointDamagedException, $"seed {Seed}, byte {at}: {error}");
        }
    }

    [Fact]
    public void A_checkpoint_cut_short_is_found_wherever_it_is_cut()
    {
        foreach (var length in Enumerable.Range(0, 60).Concat([1000, Written.Value.Length - 32, Written.Value.Length - 1]))
        {
            Assert.Throws<CheckpointDamagedException>(() => KeptCheckpoints.Read(Written.Value[..length]));
        }
    }

    [Fact]
    public void Something_behind_it_is_found() =>
        Assert.Throws<CheckpointDamagedException>(() => KeptCheckpoints.Read([.. Written.Value, 0]));

    [Fact]
    public void A_checksum_over_nonsense_does_not_make_it_sense()
    {
        // A length of two thousand million bytes: refused before anything of the kind is allocated.
        byte[] nonsense = [.. Written.Value];
        BinaryPrimitives.WriteInt32LittleEndian(nonsense.AsSpan(12), int.MaxValue);

        Assert.Throws<CheckpointDamagedException>(() => KeptCheckpoints.Read(Signed(nonsense)));
    }

    [Fact]
    public void Another_version_of_the_format_is_refused_by_name()
    {
        byte[] later = [.. Written.Value];
        BinaryPrimitives.WriteInt32LittleEndian(later.AsSpan(8), 99);

        var error = Assert.Throws<InputException>(() => KeptCheckpoints.Read(Signed(later)));

        Assert.Equal("kept: is of version 99 of the format; this build reads version 1", error.Message);
    }

    [Fact]
    public void Another_scenario_and_another_build_are_refused()
    {
        var header = KeptCheckpoints.Read(Written.Value).Header;

        Assert.Null(header.Refusal(header.Fingerprint));
        Assert.Equal(
            $"is of another scenario: fingerprint {header.Fingerprint}, not 0a0b0c0d", header.Refusal("0a0b0c0d"));
        Assert.Matches(
            "^was written by another build, version 9.9 of commit 012345678901; this is version .*, and its bits may differ$",
            (header with { Version = "9.9", Commit = "0123456789012345" }).Refusal(header.Fingerprint));
    }

    [Fact]
    public async Task An_engine_does_not_go_on_from_a_checkpoint_of_another_scenario()
    {
        var engine = new EmbeddedEngine(new EmbeddedOptions());

        await Assert.ThrowsAsync<InputException>(() => engine.ResumeAsync(
            SmallRun.Scenario(), KeptCheckpoints.Read(Written.Value), null, CancellationToken.None));
    }

    private static byte[] Signed(byte[] content)
    {
        SHA256.HashData(content.AsSpan(..^SHA256.HashSizeInBytes), content.AsSpan(^SHA256.HashSizeInBytes..));
        return content;
    }
}
