using ActorLearning.Testing.Exploration;
using ActorLearning.Testing.Networks;
using ActorLearning.Testing.Promises;
using ActorLearning.Testing.Schedules;
using ActorLearning.Testing.Tests.Machines;

namespace ActorLearning.Testing.Tests.Exploration;

/// <summary>Machines that are broken on purpose are caught within a few thousand schedules, by the right promise.</summary>
public sealed class BrokenMachineTests
{
    private static readonly NetworkPlan Plan = NetworkPlan.Small(learners: 4, pulled: 2, byzantine: 1);

    [Fact]
    public void A_learner_that_counts_a_duplicate_answer_twice_is_caught() => AssertCaught(
        Plan with { MakeLearner = (settings, state) => new CountsDuplicates(settings, state) }, Promise.OneAnswer, longest: 2);

    [Fact]
    public void A_learner_that_forgets_a_waiting_pull_is_caught() => AssertCaught(
        Plan with { MakeLearner = (settings, state) => new ForgetsWaitingPulls(settings, state) },
        Promise.EveryPullAnswered, longest: 3);

    [Fact]
    public void A_learner_that_accepts_an_answer_of_another_round_is_caught() => AssertCaught(
        Plan with { MakeLearner = (settings, state) => new TakesAnyRound(settings, state) }, Promise.OneAnswer, longest: 4);

    [Fact]
    public void A_coordinator_that_waits_for_everybody_is_caught() => AssertCaught(
        Plan with { MakeCoordinator = (settings, state) => new WaitsForAll(settings, state) }, Promise.NoHang, longest: 2);

    [Fact]
    public void A_learner_whose_memory_grows_with_every_pull_is_caught() => AssertCaught(
        Plan with { MakeLearner = (settings, state) => new KeepsEveryPull(settings, state) }, Promise.BoundedMemory, longest: 40);

    [Fact]
    public void A_learner_whose_result_depends_on_the_order_of_answers_is_caught()
    {
        var mean = NetworkPlan.Small(learners: 4, pulled: 2, aggregation: "mean");
        AssertCaught(
            mean with { MakeLearner = (settings, state) => new WaitsForAllButOne(settings, state) },
            Promise.SameBits, longest: 2);
    }

    [Fact]
    public void A_rule_that_lets_a_lie_through_is_caught()
    {
        var mean = NetworkPlan.Small(learners: 4, pulled: 2, byzantine: 1, aggregation: "mean");
        AssertCaught(mean with { Promised = Plan.Scenario.Aggregation }, Promise.Robustness, longest: 2);
    }

    private static void AssertCaught(NetworkPlan plan, Promise promise, int longest)
    {
        var settings = new ExplorationSettings { Depth = 2, Schedules = 5000 };

        var result = Explorer.Run(plan, settings);
        var script = new ScheduleFile(null, null, result.Script).ToString();
        var replayed = Assert.Throws<ScheduleException>(
            () => new Schedule(plan).Play(ScheduleFile.Parse("script", script).Steps).DeliverTheRest());

        Assert.Equal(promise, result.Violation?.Promise);
        Assert.InRange(result.Script.Count, 0, longest);
        Assert.Contains($"{promise}: ", replayed.Message, StringComparison.Ordinal);
    }
}
