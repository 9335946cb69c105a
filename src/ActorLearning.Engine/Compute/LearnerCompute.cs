using ActorLearning.Engine.Preparation;
using ActorLearning.Learning.Training;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;

namespace ActorLearning.Engine.Compute;

/// <summary>The heavy effects of the machines as functions: the same in every engine, on any thread.</summary>
public sealed class LearnerCompute(RunSetup setup)
{
    private readonly Scenarios.Scenario scenario = setup.Scenario;

    /// <summary>What an honest learner carries from round to round beside its model: its momentum and what the network
    /// remembers.</summary>
    public float[] CreateTrainingState() => LocalTraining.CreateState(setup.Objective, scenario.Training);

    /// <summary>Runs the local steps: fills <paramref name="halfStep"/> and moves <paramref name="state"/>.</summary>
    public TrainingFacts Train(LearnerId learner, Train effect, float[] state, float[] halfStep, Worker worker)
    {
        effect.Model.Values.CopyTo(halfStep, 0);
        var loss = setup.TrainingOf(learner, effect.Round).Run(
            learner.Number, effect.Round.Number, setup.ShardOf(learner), halfStep, state, worker.Scratch);
        var isDue = scenario.Evaluation.AfterTraining && setup.IsEvaluated(learner, effect.Round);
        return new TrainingFacts(loss, isDue ? Evaluate(learner, halfStep, state, worker) : null);
    }

    /// <summary>What the rule remembers of a learner that has not aggregated yet; null for a rule without a memory.</summary>
    public RuleState? CreateRuleState() => scenario.Aggregation.CreateState(setup.Objective.Parameters);

    /// <summary>Applies the pipeline: fills <paramref name="result"/> and moves <paramref name="state"/>. False where the rule
    /// refused what it was given.</summary>
    public bool Aggregate(
        LearnerId learner, Aggregate effect, RuleState? state, float[] trainingState, float[] result, Worker worker,
        AggregationTrace? trace = null)
    {
        var vectors = worker.Vectors(effect.Contributions.Count);
        var allFinite = true;
        for (var i = 0; i < vectors.Length; i++)
        {
            var model = effect.Contributions[i].Model;
            vectors[i] = model.Values;
            allFinite &= model.IsFinite;
        }

        var weights = setup.Weights is null ? default : worker.Weights(vectors.Length);
        var isWeighted = setup.Weights?.Fill(learner, effect, weights) == true;
        if (isWeighted && scenario.Exchange.Peers.IsOwnWeightMisplaced)
        {
            Misplace(effect, weights);
        }

        var input = new AggregationInput
        {
            Models = vectors,
            AssumedByzantine = effect.AssumedByzantine,
            HasOwn = effect.HasOwn,
            KnownFinite = allFinite,
            MixingWeights = isWeighted ? weights : default,
            HeldBackError = scenario.Aggregation.NeedsHeldBackError
                ? HeldBackError(learner, effect, trainingState, worker) : null,
            Losses = scenario.Aggregation.NeedsLosses ? worker.LossesOf(setup, learner, effect.Key.Round, trainingState) : null,
            Round = effect.Key.Round.Number,
            Rounds = scenario.Rounds,
            State = state,
            Trace = trace,
            Random = Stream(StreamPurpose.Mixing, learner, effect.Key, detail: 0),
        };
        try
        {
            scenario.Aggregation.Aggregate(input, result, worker.Aggregation);
            Affinity.Apply(setup, effect, isWeighted ? weights[0] : 1.0 / vectors.Length, trainingState, result);
            return true;
        }
        catch (AggregationRefusedException)
        {
            return false;
        }
    }

    /// <summary>The slip in the code behind RPEL's fixed graphs: own and first Byzantine weight change places.</summary>
    private void Misplace(Aggregate effect, Span<double> weights)
    {
        var byzantine = setup.Population.At(effect.Key.Round).Byzantine;
        for (var i = 1; i < weights.Length; i++)
        {
            if (byzantine.Contains(effect.Contributions[i].Peer))
            {
                (weights[0], weights[i]) = (weights[i], weights[0]);
                return;
            }
        }
    }

    /// <summary>What the engine knows of an aggregation just done on this worker, and the learner does not.</summary>
    public AggregationFacts FactsOf(Aggregate effect, Worker worker)
    {
        var shares = worker.Aggregation.Shares;
        var (facts, byzantine) = (new AggregationFacts(0), setup.Population.At(effect.Key.Round).Byzantine);
        for (var i = 0; i < effect.Contributions.Count; i++)
        {
            var (peer, _, hasAnswered) = effect.Contributions[i];
            var isByzantine = byzantine.Contains(peer);
            var isTold = hasAnswered && shares.Length == effect.Contributions.Count && (i > 0 || !effect.HasOwn);
            var isTaken = isTold && shares[i] != 0;
            facts = new AggregationFacts(facts.ByzantineMet + (isByzantine ? 1 : 0))
            {
                HonestOffered = facts.HonestOffered + (isTold && !isByzantine ? 1 : 0),
                HonestRefused = facts.HonestRefused + (isTold && !isByzantine && !isTaken ? 1 : 0),
                ByzantineOffered = facts.ByzantineOffered + (isTold && isByzantine ? 1 : 0),
                ByzantineAccepted = facts.ByzantineAccepted + (isTaken && isByzantine ? 1 : 0),
            };
        }

        return facts;
    }

    /// <summary>At the end of an epoch the share of held-back examples the own model gets wrong; NaN in between.</summary>
    private double? HeldBackError(LearnerId learner, Aggregate effect, float[] trainingState, Worker worker)
    {
        var heldBack = setup.HeldBackOf(learner);
        if (heldBack.Length == 0)
        {
            return null;
        }

        var seen = (long)scenario.Training.Batch * scenario.Training.Steps;
        var (round, examples) = (effect.Key.Round.Number, setup.ShardOf(learner).Length);
        var isEpochOver = effect.Key.Step == 0 && round * seen / examples > (round - 1) * seen / examples;
        return isEpochOver && effect.HasOwn
            ? 1 - setup.HeldBack(learner).Evaluate(effect.Contributions[0].Model.Values, worker.Scratch, trainingState).Accuracy
            : double.NaN;
    }

    /// <summary>Makes the lie for one victim in <paramref name="forged"/>; says how it is to be given.</summary>
    public Answer Forge(LearnerId attacker, Forge effect, float[] forged, Worker worker)
    {
        var attack = setup.Population.At(effect.Key.Round).GroupOf(attacker)!.Attacks.At(effect.Key.Round.Number);
        var isUntold = (effect.Known.Count == 0 && (attack.Knowledge & AdversaryKnowledge.HonestModels) != 0)
            || (effect.VictimModel is null && attack.Knowledge.HasFlag(AdversaryKnowledge.VictimModel));
        if (isUntold)
        {
            return Answer.Silence; // Nobody told it what it must know: it has nothing to lie about.
        }

        var honest = worker.Vectors(effect.Known.Count);
        for (var i = 0; i < honest.Length; i++)
        {
            honest[i] = effect.Known[i].Values;
        }

        var (pipeline, round) = (scenario.Aggregation, effect.Key.Round);
        var knowsLosses = pipeline.NeedsLosses && attack.Knowledge.HasFlag(AdversaryKnowledge.VictimPipeline);
        const AdversaryKnowledge Counted = AdversaryKnowledge.Accomplices | AdversaryKnowledge.MixingWeights;

        // The victim's running statistics are nobody else's business: the attacker takes those of the start.
        float[] statistics = knowsLosses && scenario.Model.Statistics > 0 ? CreateTrainingState() : [];
        var countsAccomplices = (attack.Knowledge & Counted) != 0;
        Array.Clear(forged);
        var (weights, accompliceWeight) = WeightsOf(effect);
        var (fiedler, victims) = attack.Knowledge.HasFlag(AdversaryKnowledge.HonestGraph) ? FiedlerVectorOf(effect) : ([], 0);
        var view = new AttackView
        {
            Knowledge = attack.Knowledge,
            Honest = honest,
            VictimModel = effect.VictimModel?.Values,
            Rehearsal = worker.Rehearsal.For(
                pipeline, scenario.Exchange.AssumedByzantine,
                knowsLosses ? worker.LossesOf(setup, effect.Victim, round, statistics) : null, round.Number, scenario.Rounds,
                double.IsNaN(accompliceWeight) ? null : weights, accompliceWeight),
            Examples = attack.Knowledge.HasFlag(AdversaryKnowledge.VictimData)
                ? worker.ExamplesOf(setup, effect.Victim) : null,
            Accomplices = countsAccomplices ? setup.AccomplicesIn(effect.Victim, effect.Key) : 1,
            Weights = weights,
            AccompliceWeight = accompliceWeight,
            FiedlerVector = fiedler,
            VictimEntry = victims,
            Learners = scenario.Learners,
            Byzantine = scenario.ByzantineCount,
            Random = Stream(StreamPurpose.Forging, attacker, effect.Key, effect.Victim.Number),
        };
        return attack.Forge(view, forged);
    }

    /// <summary>On a graph the victim's weights of the honest models the attacker knows, and of all Byzantine ones.</summary>
    /// <remarks>None where the attacker did not get to see each honest neighbour: then it takes all weights as equal.</remarks>
    private (double[] Honest, double Accomplices) WeightsOf(Forge effect)
    {
        if (setup.Weights is not { } graph)
        {
            return ([], double.NaN);
        }

        var honest = setup.HonestPeersOf(effect.Victim, effect.Key);
        if (honest.Length != effect.Known.Count)
        {
            return ([], double.NaN);
        }

        var weights = Array.ConvertAll(honest, peer => graph.Between(effect.Victim, peer));
        return (weights, 1 - graph.RowOf(effect.Victim)[0] - weights.Sum());
    }

    /// <summary>On a graph the slowest mode of the honest learners and the victim's entry in it; none where not all are
    /// known.</summary>
    private (double[] Vector, double Victims) FiedlerVectorOf(Forge effect)
    {
        var members = setup.Population.At(effect.Key.Round);
        if (setup.Weights is not { } graph || effect.Known.Count != members.Honest.Count)
        {
            return ([], 0);
        }

        var vector = members.FiedlerVectorOn(graph);
        return (vector, members.RankOf(effect.Victim) is { } rank ? vector[rank] : 0);
    }

    /// <summary>Accuracy and loss of a model on the test examples.</summary>
    /// <param name="learner">Whose it is: its labels are the seen ones; null where that does not matter.</param>
    /// <param name="model">The model.</param>
    /// <param name="trainingState">The state of the learner it belongs to; empty before its first round.</param>
    /// <param name="worker">The thread's memory.</param>
    public Quality Evaluate(LearnerId? learner, float[] model, float[] trainingState, Worker worker)
    {
        var (seen, rarest) = learner is { } id ? (setup.SeenBy(id), setup.RarestOf(id)) : (null, null);
        var evaluation = setup.Evaluator.Evaluate(model, worker.Scratch, trainingState, seen, rarest);
        return new Quality(evaluation.Accuracy, evaluation.Loss)
        {
            Seen = evaluation.Seen,
            Unseen = evaluation.Unseen,
            Rarest = evaluation.Rarest,
        };
    }

    /// <summary>How often a model takes each label for each.</summary>
    public int[][] Confuse(float[] model, float[] trainingState) =>
        setup.Evaluator.Confuse(model, scenario.Data.Classes, new Scratch(), trainingState);

    private RandomStream Stream(StreamPurpose purpose, LearnerId learner, ExchangeKey key, int detail) => new(
        scenario.Seed, purpose, learner.Number, key.Round.Number, detail * scenario.Exchange.Steps + key.Step);
}
