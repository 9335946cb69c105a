namespace ActorLearning.Protocol.Tests;

/// <summary>Short names for the ids, keys and models that tests are full of.</summary>
internal static class Make
{
    public const int Parameters = 2;

    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    public static LearnerId Id(int number) => new(number);

    public static LearnerId[] Ids(params int[] numbers) => [.. numbers.Select(number => new LearnerId(number))];

    public static Round RoundOf(int number) => new(number);

    public static ExchangeKey Key(int round, int step = 0) => new(new Round(round), step);

    public static Model ModelOf(float value) => new([value, value], isFinite: true);

    public static Model WrongLength() => new([1f, 2f, 3f], isFinite: true);

    public static Model NotFinite() => new([1f, float.NaN], isFinite: false);
}
