using System.Text.Json;
using ActorLearning.Engine.Checkpoints;
using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Explanations;
using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Tests.Checkpoints;
using ActorLearning.Protocol;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Tests.Explanations;

public sealed class ExplainerTests
{
    [Fact]
    public async Task An_aggregation_is_told_alike_from_the_start_and_from_a_checkpoint()
    {
        var kept = new KeptCheckpoints();
        var scenario = SmallRun.Scenario("checkpoint.every=3", "exchange.steps=2");
        await new EmbeddedEngine(new EmbeddedOptions { Checkpoints = kept }).RunAsync(scenario, null, CancellationToken.None);
        var learner = new Population(scenario).Honest[2];

        var fromTheStart = await Explainer.ExplainAsync(scenario, null, learner, round: 5, threads: 1);
        var fromTheCheckpoint = await Explainer.ExplainAsync(
            scenario, KeptCheckpoints.Read(Assert.Single(kept.All)), learner, round: 5, threads: 2);

        Assert.Equal([0, 1], fromTheStart.Select(item => item.Step));
        Assert.Equal(JsonSerializer.Serialize(fromTheStart), JsonSerializer.Serialize(fromTheCheckpoint));
    }

    [Fact]
    public async Task Everyone_that_was_pulled_is_told_with_distance_and_weight()
    {
        var scenario = SmallRun.Scenario(
            "byzantine.attack=gaussian(sigma=9)", "byzantine.count=4", "exchange.assumedByzantine=2");
        var population = new Population(scenario);
        var learner = population.Honest[0];

        var told = Assert.Single(await Explainer.ExplainAsync(scenario, null, learner, round: 6, threads: 2));

        var peers = scenario.Exchange.Peers.Select((id, _) => population.Byzantine.Contains(id));
        var asked = peers.Select(new LearnerId(learner), new ExchangeKey(new Round(6), 0)).Select(peer => peer.Number);
        Assert.Equal([learner, .. asked], told.Models.Select(model => model.Peer));
        Assert.All(told.Models, model => Assert.Equal(
            population.GroupOf(new LearnerId(model.Peer)) is not null, model.IsByzantine));
        Assert.Equal(
            [ContributionOutcome.Own, .. Enumerable.Repeat(ContributionOutcome.Answered, 5)],
            told.Models.Select(model => model.Outcome));
        Assert.Equal(0, told.Models[0].Distance);
        Assert.All(told.Models.Skip(1), model => Assert.True(model.Distance > 0));
        Assert.Equal(1, told.Models.Sum(model => model.Weight!.Value), tolerance: 1e-9);
        Assert.All(told.Models.Where(model => model.IsByzantine), model => Assert.Equal(0, model.Weight!.Value, tolerance: 1e-9));
        Assert.True(told.Before!.Test > 0 && told.After!.Test > 0 && told.Before != told.After);
    }

    [Fact]
    public async Task Where_the_role_moves_it_is_told_who_had_it_in_that_round_and_what_the_liar_did_for_itself()
    {
        var scenario = SmallRun.Scenario(
            "byzantine.rotate=1", "byzantine.count=4", "byzantine.attack=gaussian(sigma=9)", "exchange.assumedByzantine=2");
        var population = new Population(scenario);
        var (third, last) = (population.At(new Round(3)), population.At(new Round(6)));
        var honest = third.Honest.First(number => last.GroupOf(new LearnerId(number)) is not null);
        var liar = third.Byzantine.First().Number;

        foreach (var learner in new[] { honest, liar })
        {
            var told = Assert.Single(await Explainer.ExplainAsync(scenario, null, learner, round: 3, threads: 2));

            Assert.Equal(6, told.Models.Count);
            Assert.All(told.Models, model => Assert.Equal(
                third.GroupOf(new LearnerId(model.Peer)) is not null, model.IsByzantine));
            Assert.NotEqual(told.Before, told.After);
        }
    }

    [Fact]
    public async Task A_silent_peer_of_a_learner_whose_role_moves_is_told()
    {
        var scenario = SmallRun.Scenario(
            "byzantine.rotate=1", "byzantine.attack=silent", "byzantine.count=5", "exchange.missing=fault");
        var learner = new Population(scenario).At(new Round(2)).Honest[0];

        var told = Assert.Single(await Explainer.ExplainAsync(scenario, null, learner, round: 2, threads: 2));

        Assert.Contains(told.Models, model => model.Outcome == ContributionOutcome.Missing);
        Assert.All(told.Models.Where(model => model.IsByzantine), model =>
            Assert.Equal(ContributionOutcome.Missing, model.Outcome));
    }

    [Theory]
    [InlineData("own", ContributionOutcome.Filled)]
    [InlineData("fault", ContributionOutcome.Missing)]
    public async Task Who_did_not_answer_is_told(string missing, ContributionOutcome expected)
    {
        var told = await Replay("byzantine.attack=silent", "byzantine.count=5", $"exchange.missing={missing}");

        var silent = Assert.Single(told).Models.Where(model => model.IsByzantine).ToList();
        Assert.NotEmpty(silent);
        Assert.All(silent, model => Assert.Equal(expected, model.Outcome));
        Assert.All(silent, model => Assert.Equal(expected == ContributionOutcome.Filled, model.Weight is not null));
    }

    [Fact]
    public async Task Who_was_replaced_is_told()
    {
        var told = await Replay("byzantine.attack=silent", "byzantine.count=5", "exchange.replacement=4");

        Assert.Contains(Assert.Single(told).Models, model => model is { Outcome: ContributionOutcome.Replaced, Weight: null });
    }

    [Fact]
    public async Task A_learner_that_skipped_the_exchange_has_nothing_to_tell() =>
        Assert.Empty(await Replay("byzantine.attack=silent", "byzantine.count=5", "exchange.missing=skip"));

    [Fact]
    public async Task Wrong_questions_are_refused_all_at_once()
    {
        var scenario = SmallRun.Scenario();
        var liar = new Population(scenario).Byzantine.First().Number;

        var error = await Assert.ThrowsAsync<InputException>(() => Explainer.ExplainAsync(scenario, null, liar, round: 7, 1));

        Assert.Matches($"^{liar} is Byzantine and aggregates nothing; honest are ", error.Problems[0].Message);
        Assert.Equal("--round: 7 is out of range; allowed: 1 to 6", error.Problems[1].ToString());
        Assert.Equal(
            "--learner: 10 is out of range; allowed: 0 to 9", Assert.Single(Explainer.Problems(scenario, 10, 1)).ToString());
    }

    private static async Task<IReadOnlyList<AggregationExplanation>> Replay(params string[] overrides)
    {
        var scenario = SmallRun.Scenario(overrides);
        return await Explainer.ExplainAsync(scenario, null, new Population(scenario).Honest[0], round: 2, threads: 2);
    }
}
