namespace ActorLearning.Numerics.Tests;

public sealed class PhiloxTests
{
    /// <summary>The known answers published with Random123: counter and key, then the output.</summary>
    public static TheoryData<uint[], uint[]> KnownAnswers => new()
    {
        { [0, 0, 0, 0, 0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
        {
            [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
            [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]
        },
        {
            [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0],
            [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]
        },
    };

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void A_block_is_the_published_one(uint[] input, uint[] output)
    {
        var (w0, w1, w2, w3) = Philox.Block(input[0], input[1], input[2], input[3], input[4], input[5]);

        Assert.Equal(output, new[] { w0, w1, w2, w3 });
    }
}
