using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Rules;

namespace ActorLearning.Robustness.Tests.Aggregation;

public sealed class RuleStateFormatTests
{
    private static readonly RuleState Small = new([1, -2.5f], [double.PositiveInfinity]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(0, 4)]
    [InlineData(1000, 7)]
    public void A_state_comes_back_to_the_bit(int length, int numbers)
    {
        float[] odd = [-0f, float.NaN, BitConverter.Int32BitsToSingle(0x7F800001), float.NegativeInfinity, float.Epsilon];
        double[] oddNumbers = [-0.0, double.NaN, double.PositiveInfinity, double.Epsilon, 0.1];
        var state = new RuleState(
            [.. Sample.Models(1, length, 5)[0].Select((value, i) => i < odd.Length ? odd[i] : value)],
            [.. Enumerable.Range(0, numbers).Select(i => oddNumbers[i % oddNumbers.Length])]);

        var back = RuleStateFormat.Read(RuleStateFormat.Write(state));

        Sample.SameBits(state.Vector, back.Vector, "vector");
        Assert.Equal(state.Numbers.Select(BitConverter.DoubleToInt64Bits), back.Numbers.Select(BitConverter.DoubleToInt64Bits));
    }

    /// <summary>Version 1 to the byte: what was once written must stay readable.</summary>
    [Fact]
    public void The_bytes_are_those_of_version_1() => Assert.Equal(
        "414C5253" + "01000000" + "02000000" + "01000000" + "0000803F" + "000020C0" + "000000000000F07F" + "15B10E9F",
        Convert.ToHexString(RuleStateFormat.Write(Small)));

    [Fact]
    public void Every_change_of_one_byte_is_found()
    {
        var whole = RuleStateFormat.Write(Small);
        for (var at = 0; at < whole.Length; at++)
        {
            for (var change = 1; change < 256; change++)
            {
                var damaged = whole.ToArray();
                damaged[at] ^= (byte)change;

                Assert.Throws<RuleStateException>(() => RuleStateFormat.Read(damaged));
            }
        }
    }

    [Fact]
    public void A_state_cut_short_or_too_long_is_refused()
    {
        var whole = RuleStateFormat.Write(Small);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<RuleStateException>(() => RuleStateFormat.Read(whole.AsSpan(0, length)));
        }

        Assert.Throws<RuleStateException>(() => RuleStateFormat.Read([.. whole, 0]));
    }

    [Fact]
    public void A_length_that_the_bytes_do_not_have_allocates_nothing()
    {
        var lie = RuleStateFormat.Write(Small);
        BitConverter.TryWriteBytes(lie.AsSpan(8), int.MaxValue);
        BitConverter.TryWriteBytes(lie.AsSpan(12), int.MaxValue);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<RuleStateException>(() => RuleStateFormat.Read(lie));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void Another_version_is_refused_by_name()
    {
        var later = RuleStateFormat.Write(Small);
        later[4] = 2;

        var thrown = Assert.Throws<RuleStateException>(() => RuleStateFormat.Read(later));

        Assert.Equal("the state of a rule has version 2; this build reads version 1", thrown.Message);
    }

    [Fact]
    public void A_pipeline_restores_only_a_state_of_its_own()
    {
        var clipping = new AggregationPipeline("centred-clipping(radius=1)", [], new CentredClippingRule(radius: 1));
        var bytes = RuleStateFormat.Write(new RuleState([1, 2, 3], [1]));

        Assert.Equal([1, 2, 3], clipping.RestoreState(bytes, parameters: 3).Vector);
        Assert.Equal(
            "\"centred-clipping(radius=1)\" on 4 parameters remembers 4 values and 1 number(s); the state holds 3 and 1",
            Assert.Throws<RuleStateException>(() => clipping.RestoreState(bytes, parameters: 4)).Message);
        Assert.Throws<RuleStateException>(
            () => new AggregationPipeline("loss-threshold", [], new LossThresholdRule()).RestoreState(bytes, parameters: 3));
        Assert.Equal(
            "\"mean\" remembers nothing, so it has no state to restore",
            Assert.Throws<RuleStateException>(
                () => new AggregationPipeline("mean", [], new MeanRule()).RestoreState(bytes, parameters: 3)).Message);
    }
}
