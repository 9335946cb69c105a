using ActorLearning.Engine.Compute;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;

namespace ActorLearning.Engine.Embedded;

/// <remarks>Heavy work: training, aggregation, forging and evaluation, on all cores.</remarks>
internal sealed partial class EmbeddedRun
{
    private readonly List<Work> work = [];

    /// <summary>A piece of heavy work and, once it is done, its outcome.</summary>
    private sealed class Work(LearnerId learner, Effect effect)
    {
        public LearnerId Learner { get; } = learner;

        public Effect Effect { get; } = effect;

        public float[]? Buffer { get; set; }

        public bool IsFinite { get; set; }

        /// <summary>Makes the result from the model in the buffer; null where the work has no model to show.</summary>
        public Func<Model?, Input>? Result { get; set; }

        /// <summary>Whether the buffer holds a model.</summary>
        public bool HasModel { get; set; }

        /// <summary>A model of a length of its own, not from the pool.</summary>
        public Model? Odd { get; set; }
    }

    private bool IsEvaluated(LearnerId learner, Round round) =>
        setup.Population.GroupOf(learner) is null && setup.IsEvaluated(learner, round);

    private void DoWork()
    {
        models.Sweep(machines, work.SelectMany(ModelsOf));
        foreach (var item in work)
        {
            item.Buffer = item.Effect is Report ? null : models.Rent();
        }

        workers.Run(work.Count, (i, worker) => Do(work[i], worker));
        foreach (var item in work)
        {
            var model = item.HasModel ? models.Publish(item.Buffer!, item.IsFinite) : item.Odd;
            var result = item.Result!(model);
            if (result is Reported)
            {
                coordinatorInbox.Add(result);
            }
            else
            {
                Send(item.Learner, result);
            }
        }

        work.Clear();
    }

    private static IEnumerable<Model> ModelsOf(Work item) => item.Effect switch
    {
        Train train => [train.Model],
        Aggregate aggregate => aggregate.Contributions.Select(contribution => contribution.Model),
        Forge forge => forge.Known,
        _ => [],
    };

    private void Do(Work item, Worker worker)
    {
        switch (item.Effect)
        {
            case Train train:
                var facts = compute.Train(item.Learner, train, momenta[item.Learner.Number]!, item.Buffer!, worker);
                item.HasModel = true;
                item.Result = model => new Trained(train.Round, model!, facts);
                break;
            case Aggregate aggregate:
                item.HasModel = compute.Aggregate(item.Learner, aggregate, item.Buffer!, worker);
                var told = new AggregationFacts(compute.ByzantineMet(aggregate));
                item.Result = model => new Aggregated(aggregate.Key, model, told);
                break;
            case Forge forge:
                var answer = compute.Forge(item.Learner, forge, item.Buffer!, worker);
                item.HasModel = !answer.IsSilent && answer.Length is null;
                item.Odd = answer is { IsSilent: false, Length: { } length } ? Cut(item.Buffer!, length) : null;
                item.Result = model => new Forged(forge.Key, forge.Victim, model);
                break;
            case Report report:
                var quality = compute.Evaluate(((Learner)machines[item.Learner.Number]).Model!.Values, worker);
                var evaluated = report.Facts with { AfterAggregation = quality };
                item.Result = _ => new Reported(item.Learner, report.Round, evaluated);
                break;
            default:
                throw new InvalidOperationException($"learner {item.Learner} wants {item.Effect.GetType().Name} done");
        }

        item.IsFinite = item.HasModel && Vectors.AllFinite(item.Buffer);
    }

    private static Model Cut(float[] values, int length)
    {
        Array.Resize(ref values, length);
        return new Model(values, Vectors.AllFinite(values));
    }
}
