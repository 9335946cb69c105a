namespace ActorLearning.Numerics.Tests;

public sealed class RandomStreamTests
{
    /// <summary>First six words, worked out by another implementation. A change here changes every run's model hash.</summary>
    public static TheoryData<ulong, StreamPurpose, int, int, int, uint[]> Golden => new()
    {
        { 0, StreamPurpose.Split, 0, 0, 0, [0xD0194EE6, 0xC06387A9, 0x310F8209, 0xD1194D9B, 0xCB4AA6B0, 0x70F28968] },
        { 1, StreamPurpose.Pulls, 0, 1, 0, [0x5070A45C, 0xC8FAC421, 0xB88557A2, 0x20656B99, 0x69AF996A, 0x1BD649E2] },
        { 1, StreamPurpose.Pulls, 29, 200, 3, [0x884573E9, 0xCA77295C, 0x45A1FBFD, 0xD0494F24, 0x06C6BD47, 0xB332420E] },
        {
            ulong.MaxValue, StreamPurpose.EvaluationLearners, 9999, 0, 0,
            [0x1DBB7F36, 0x491D8D47, 0xC18C162D, 0xF6A0B359, 0xF6D01629, 0x8712A148]
        },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public void A_stream_gives_the_words_it_always_gave(
        ulong seed, StreamPurpose purpose, int learner, int round, int detail, uint[] words)
    {
        var stream = new RandomStream(seed, purpose, learner, round, detail);

        Assert.Equal(words, Words(stream, words.Length));
    }

    [Fact]
    public void The_numbers_of_a_stream_are_made_of_its_words()
    {
        var words = Words(new RandomStream(3, StreamPurpose.Batch), 2);
        var (wide, real, single) = (New(3), New(3), New(3));

        Assert.Equal(words[0] | ((ulong)words[1] << 32), wide.NextUInt64());
        Assert.Equal(((words[0] | ((ulong)words[1] << 32)) >> 11) / 9007199254740992.0, real.NextDouble());
        Assert.Equal((words[0] >> 8) / 16777216f, single.NextFloat());
    }

    [Fact]
    public void A_seed_purpose_learner_round_or_detail_of_its_own_makes_another_stream()
    {
        RandomStream[] streams =
        [
            new(1, StreamPurpose.Pulls), new(2, StreamPurpose.Pulls), new(1UL << 32, StreamPurpose.Pulls),
            new(1, StreamPurpose.Batch), new(1, StreamPurpose.Pulls, learner: 1), new(1, StreamPurpose.Pulls, round: 1),
            new(1, StreamPurpose.Pulls, detail: 1), new(1, StreamPurpose.Pulls, learner: 1, round: 1),
        ];

        var words = streams.SelectMany(stream => Words(stream, 1000)).ToArray();

        // 8,000 words of 32 bits: a repeated one or two by chance, never a repeated stream.
        Assert.InRange(words.Distinct().Count(), words.Length - 3, words.Length);
    }

    [Fact]
    public void The_same_name_is_the_same_stream_and_a_copy_goes_on_from_its_place()
    {
        var (first, second) = (New(4), New(4));
        first.NextUInt32();
        second.NextUInt32();
        var copy = first;

        Assert.Equal(Words(first, 9), Words(second, 9));
        Assert.Equal(Words(first, 9), Words(copy, 9));
    }

    [Fact]
    public void Uniform_numbers_stay_in_their_interval_and_fill_it()
    {
        var stream = New(5);
        var tenths = new int[10];
        var tenthsSingle = new int[10];
        for (var i = 0; i < 100_000; i++)
        {
            tenths[(int)(10 * stream.NextDouble())]++;
            tenthsSingle[(int)(10.0 * stream.NextFloat())]++;
        }

        Frequencies.AssertUniform(tenths);
        Frequencies.AssertUniform(tenthsSingle);
    }

    private static RandomStream New(ulong seed) => new(seed, StreamPurpose.Batch);

    private static uint[] Words(RandomStream stream, int count)
    {
        var words = new uint[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = stream.NextUInt32();
        }

        return words;
    }
}
