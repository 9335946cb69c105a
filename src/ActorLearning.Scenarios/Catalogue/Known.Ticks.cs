namespace ActorLearning.Scenarios.Catalogue;

public static partial class Known
{
    /// <summary>Who starts a round.</summary>
    public static Section<RoundTicks> Ticks { get; } = new(
        "way to start rounds",
        new("round", "the coordinator starts each round when all have reported the last", "", [], _ => RoundTicks.EveryRound),
        new("none", "each learner goes from round to round at its own pace and pulls the newest models", "",
            [
                new("staleness", "by how many rounds a model may be older than the puller's; an older one is waited for", "5")
                {
                    IsWhole = true, Least = 0,
                },
            ],
            arguments => new RoundTicks(arguments.Whole("staleness"))));
}
