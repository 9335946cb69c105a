using ActorLearning.Engine.Preparation;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Robustness.Aggregation;
using ActorLearning.Robustness.Attacks;
using ActorLearning.Scenarios;

namespace ActorLearning.Testing.Work;

/// <summary>
/// The heavy work of a scenario on models of a few numbers: its real aggregation and attacks, and local steps that pull every
/// learner towards a point of its own.
/// </summary>
/// <remarks>
/// A rule with a memory starts afresh in every aggregation, so that the work is a function of its effect. On a graph an attack
/// that looks at mixing weights takes them as equal.
/// </remarks>
internal sealed class SmallWork
{
    private readonly Scenario scenario;
    private readonly Population population;
    private readonly MachineSettings settings;
    private readonly int parameters;
    private readonly AggregationWorkspace workspace = new(new Scratch());
    private readonly Rehearsal rehearsal;
    private readonly float[] result;
    private readonly GraphWeights? weights;
    private float[][] vectors = [];

    public SmallWork(Scenario scenario, Population population, MachineSettings settings, int parameters)
    {
        (this.scenario, this.population, this.settings, this.parameters) = (scenario, population, settings, parameters);
        rehearsal = new Rehearsal(workspace);
        result = new float[parameters];
        weights = scenario.Exchange.Peers.Graph is { } graph ? new GraphWeights(graph) : null;
    }

    /// <summary>The model a learner starts from.</summary>
    public Model StartOf(int learner) => new SmallModel([.. Enumerable.Range(0, parameters).Select(i => Goal(learner, i))]);

    /// <summary>The local steps: a part of the way to the learner's own point.</summary>
    public Trained Train(int learner, Train effect)
    {
        var values = new float[effect.Model.Values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (0.75f * effect.Model.Values[i]) + (0.25f * Goal(learner, i)) + (0.01f * effect.Round.Number);
        }

        return new Trained(effect.Round, new SmallModel(values), new TrainingFacts(0, null)) { Life = effect.Life };
    }

    /// <summary>The scenario's aggregation; without a model where the rule refuses.</summary>
    public Aggregated Aggregate(int learner, Aggregate effect)
    {
        var models = Vectors(effect.Contributions.Count);
        var met = 0;
        for (var i = 0; i < models.Length; i++)
        {
            models[i] = effect.Contributions[i].Model.Values;
            met += population.Byzantine.Contains(effect.Contributions[i].Peer) ? 1 : 0;
        }

        Span<double> mixing = weights is null ? default : new double[models.Length];
        var isWeighted = weights?.Fill(new LearnerId(learner), effect, mixing) == true;
        var input = new AggregationInput
        {
            Models = models,
            AssumedByzantine = effect.AssumedByzantine,
            HasOwn = effect.HasOwn,
            MixingWeights = isWeighted ? mixing : default,
            Losses = scenario.Aggregation.NeedsLosses ? new DistanceLoss(this, learner) : null,
            Round = Math.Clamp(effect.Key.Round.Number, 1, scenario.Rounds),
            Rounds = scenario.Rounds,
            State = scenario.Aggregation.CreateState(parameters),
            Random = Stream(StreamPurpose.Mixing, learner, effect.Key, detail: 0),
        };
        try
        {
            scenario.Aggregation.Aggregate(input, result, workspace);
            return new Aggregated(effect.Key, new SmallModel([.. result]), new AggregationFacts(met)) { Life = effect.Life };
        }
        catch (AggregationRefusedException)
        {
            return new Aggregated(effect.Key, null, new AggregationFacts(met)) { Life = effect.Life };
        }
    }

    /// <summary>What the scenario's attack makes of it.</summary>
    public Forged Forge(int attacker, Forge effect)
    {
        var attack = population.GroupOf(new LearnerId(attacker))!.Attacks.At(effect.Key.Round.Number);
        var isUntold = (effect.Known.Count == 0 && (attack.Knowledge & AdversaryKnowledge.HonestModels) != 0)
            || (effect.VictimModel is null && attack.Knowledge.HasFlag(AdversaryKnowledge.VictimModel));
        if (isUntold)
        {
            return new Forged(effect.Key, effect.Victim, null);
        }

        var honest = Vectors(effect.Known.Count);
        for (var i = 0; i < honest.Length; i++)
        {
            honest[i] = effect.Known[i].Values;
        }

        var forged = new float[parameters];
        var view = new AttackView
        {
            Knowledge = attack.Knowledge,
            Honest = honest,
            VictimModel = effect.VictimModel?.Values,
            Rehearsal = rehearsal.For(scenario.Aggregation, scenario.Exchange.AssumedByzantine),
            Accomplices = settings.AccomplicesIn(effect.Victim, effect.Key),
            Learners = scenario.Learners,
            Byzantine = scenario.ByzantineCount,
            Random = Stream(StreamPurpose.Forging, attacker, effect.Key, effect.Victim.Number),
        };
        var answer = attack.Forge(view, forged);
        if (answer.IsSilent)
        {
            return new Forged(effect.Key, effect.Victim, null);
        }

        Array.Resize(ref forged, Math.Min(answer.Length ?? parameters, parameters + 1));
        return new Forged(effect.Key, effect.Victim, new SmallModel(forged)) { Delay = answer.Delay, Repeats = answer.Repeats };
    }

    /// <summary>The point a learner's local steps lead to; those of neighbours lie near each other.</summary>
    private static float Goal(int learner, int coordinate) => 1 + (0.1f * learner) - (0.03f * ((learner * coordinate) % 7));

    private Span<float[]> Vectors(int count)
    {
        vectors = vectors.Length < count ? new float[count][] : vectors;
        return vectors.AsSpan(0, count);
    }

    private RandomStream Stream(StreamPurpose purpose, int learner, ExchangeKey key, int detail) => new(
        scenario.Seed, purpose, learner, key.Round.Number, detail * scenario.Exchange.Steps + key.Step);

    /// <summary>The squared distance to the learner's own point: the loss that its local steps go down.</summary>
    private sealed class DistanceLoss(SmallWork work, int learner) : ILossOracle
    {
        public double Loss(ReadOnlySpan<float> model)
        {
            var sum = 0.0;
            for (var i = 0; i < work.parameters; i++)
            {
                var difference = (double)model[i] - Goal(learner, i);
                sum += difference * difference;
            }

            return sum;
        }
    }
}
