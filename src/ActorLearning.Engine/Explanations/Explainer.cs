using ActorLearning.Engine.Checkpoints;
using ActorLearning.Engine.Embedded;
using ActorLearning.Engine.Preparation;
using ActorLearning.Engine.Records;
using ActorLearning.Protocol;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Explanations;

/// <summary>Replays a run up to one round and tells how one learner aggregated in it.</summary>
public static class Explainer
{
    /// <summary>What is wrong with asking for a learner and a round, if anything.</summary>
    public static IReadOnlyList<Problem> Problems(Scenario scenario, int learner, int round)
    {
        var problems = new List<Problem>();
        if (learner < 0 || learner >= scenario.Learners)
        {
            problems.Add(Problem("--learner", $"{learner} is out of range; allowed: 0 to {scenario.Learners - 1}"));
        }
        else if (new Population(scenario) is var population && !population.TakesPart(new LearnerId(learner)))
        {
            var others = population.At(new Round(Math.Clamp(round, 1, scenario.Rounds))).Honest;
            var honest = string.Join(", ", others.Take(10)) + (others.Count > 10 ? ", …" : "");
            problems.Add(Problem("--learner", $"{learner} is Byzantine and aggregates nothing; honest are {honest}"));
        }

        if (round < 1 || round > scenario.Rounds)
        {
            problems.Add(Problem("--round", $"{round} is out of range; allowed: 1 to {scenario.Rounds}"));
        }

        return problems;
    }

    /// <summary>The aggregations of a learner in a round, one an exchange; none where it skipped them.</summary>
    /// <param name="scenario">What was run.</param>
    /// <param name="from">A checkpoint of an earlier round; null: from the start. Of no use afterwards.</param>
    /// <param name="learner">A learner that aggregates: one that is honest in some round, or poisons its data only.</param>
    /// <param name="round">The round, from 1.</param>
    /// <param name="threads">Worker threads.</param>
    /// <exception cref="InputException">There is no such learner or round, or data is missing.</exception>
    public static Task<IReadOnlyList<AggregationExplanation>> ExplainAsync(
        Scenario scenario, Checkpoint? from, int learner, int round, int threads) => Task.Run(() =>
    {
        if (Problems(scenario, learner, round) is { Count: > 0 } problems)
        {
            throw new InputException(problems);
        }

        // What was measured on the way is of no interest, and changes nothing.
        var setup = RunSetup.Load(scenario with { Evaluation = scenario.Evaluation with { Every = 0, AfterTraining = false } });
        var watch = new AggregationWatch(setup, new LearnerId(learner), new Round(round));
        using var stop = new CancellationTokenSource();
        void StopWhenSeen(RunProgress progress)
        {
            // A learner that lags aggregates after the round is over.
            if (progress.Round.Round > round + 1 || (progress.Round.Round >= round && watch.Seen.Count > 0))
            {
                stop.Cancel();
            }
        }

        new EmbeddedRun(setup, new EmbeddedOptions { Threads = threads, Watch = watch }, StopWhenSeen, from).Run(stop.Token);
        return watch.Seen;
    });

    private static Problem Problem(string option, string message) => new(option, 0, 0, "", message);
}
