using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Learners;
using static ActorLearning.Protocol.Tests.Make;

namespace ActorLearning.Protocol.Tests.Networks;

public sealed class TinyNetworkTests
{
    private const int Schedules = 200;

    [Theory]
    [InlineData(MissingPolicy.Own, 0, 1)]
    [InlineData(MissingPolicy.Own, 2, 2)]
    [InlineData(MissingPolicy.Fault, 1, 2)]
    [InlineData(MissingPolicy.Skip, 0, 3)]
    public void Whatever_goes_wrong_the_run_ends_and_whoever_did_not_report_is_named(
        MissingPolicy missing, int replacements, int steps)
    {
        var (reported, late) = (0, 0);
        for (ulong schedule = 1; schedule <= Schedules; schedule++)
        {
            var network = new TinyNetwork(schedule, NetworkTrouble.Much, missing, replacements, steps);

            network.Run();

            var rounds = EndedRounds(network, schedule);
            foreach (var round in rounds)
            {
                var present = round.Reports.Keys.Order().ToList();
                var inTime = network.InTime.Where(item => item.Round == round.Round).Select(item => item.Learner).Order();
                Assert.True(present.SequenceEqual(inTime), $"Schedule {schedule}, round {round.Round}: other reports.");
                var all = present.Concat(round.Missing).Order();
                var isComplete = all.SequenceEqual(Ids(0, 1, 2, 3, 4, 5, 6));
                Assert.True(isComplete, $"Schedule {schedule}, round {round.Round}: not all named.");
                AssertFactsAddUp(round, schedule);
            }

            reported += rounds.Sum(round => round.Reports.Count);
            late += rounds.Sum(round => round.Missing.Count);
        }

        // The trouble is real, and yet most learners get through.
        Assert.InRange(late, Schedules, reported / 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Without_trouble_all_report_every_round_and_the_models_do_not_depend_on_the_order_of_messages(int steps)
    {
        string? expected = null;
        for (ulong schedule = 1; schedule <= Schedules; schedule++)
        {
            var network = new TinyNetwork(schedule, NetworkTrouble.None, steps: steps);

            network.Run();

            foreach (var round in EndedRounds(network, schedule))
            {
                var isGood = round.Missing.Count == 0
                    && round.Reports.Values.All(facts => facts.Answers == facts.Pulls && facts.Timeouts + facts.Late == 0);
                Assert.True(isGood, $"Schedule {schedule}, {round.Round} misses {Texts(round.Missing)}: {Texts(round.Reports)}");
            }

            var models = Texts(network.HonestModels.Select(model => BitConverter.SingleToInt32Bits(model!.Values[0])));
            expected ??= models;
            Assert.True(expected == models, $"Schedule {schedule}: {models}, not {expected}.");
        }
    }

    [Fact]
    public void With_own_every_aggregation_of_a_learner_that_has_a_model_is_complete()
    {
        for (ulong schedule = 1; schedule <= Schedules; schedule++)
        {
            var network = new TinyNetwork(schedule, NetworkTrouble.Much, MissingPolicy.Own, replacements: 1);

            network.Run();

            Assert.All(network.Aggregations.Where(item => item.HasOwn), item =>
            {
                var count = item.Contributions.Count;
                Assert.True(count == 4, $"Schedule {schedule}, {item.Key}: {count} models.");
                Assert.Equal(2, item.AssumedByzantine);
                Assert.All(item.Contributions, one => Assert.True(one.Model is { IsFinite: true, Values.Length: Parameters }));
            });
            Assert.All(network.Aggregations, item => Assert.InRange(item.Contributions.Count(one => one.Answered), 1, 4));
        }
    }

    private static string Texts<T>(IEnumerable<T> items) => string.Join(' ', items);

    private static List<RoundEnded> EndedRounds(TinyNetwork network, ulong schedule)
    {
        var last = network.Story.LastOrDefault();
        Assert.True(last is RunEnded, $"Schedule {schedule} ends with {last?.ToString() ?? "nothing"}.");
        var rounds = network.Story.OfType<RoundEnded>().ToList();
        Assert.Equal(Enumerable.Range(1, TinyNetwork.Rounds), rounds.Select(round => round.Round.Number));
        return rounds;
    }

    /// <summary>Every pull of a reported round has an end: answered, broken or timed out.</summary>
    private static void AssertFactsAddUp(RoundEnded round, ulong schedule)
    {
        foreach (var (learner, facts) in round.Reports)
        {
            Assert.True(
                facts.Pulls == facts.Answers + facts.Broken + facts.Timeouts,
                $"Schedule {schedule}, round {round.Round}, learner {learner}: {facts}");
        }
    }
}
