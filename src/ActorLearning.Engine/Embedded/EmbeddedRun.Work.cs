using System.Diagnostics;
using ActorLearning.Engine.Compute;
using ActorLearning.Numerics;
using ActorLearning.Protocol;
using ActorLearning.Protocol.Byzantine;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;
using ActorLearning.Protocol.Learners;
using ActorLearning.Scenarios;

namespace ActorLearning.Engine.Embedded;

/// <remarks>Heavy work: training, aggregation, forging and evaluation, on all cores.</remarks>
internal sealed partial class EmbeddedRun
{
    private readonly List<Work> work = [];
    private readonly PhaseClock phases = new();

    /// <summary>A piece of heavy work and, once it is done, its outcome.</summary>
    private sealed class Work(LearnerId learner, Effect effect)
    {
        public LearnerId Learner { get; } = learner;

        public Effect Effect { get; } = effect;

        public float[]? Buffer { get; set; }

        public bool IsFinite { get; set; }

        /// <summary>Makes the result from the model in the buffer; null where the work has no model to show.</summary>
        public Func<Model?, Input>? ToInput { get; set; }

        /// <summary>Whether the buffer holds a model.</summary>
        public bool HasModel { get; set; }

        /// <summary>A model of a length of its own, not from the pool.</summary>
        public Model? Odd { get; set; }

        /// <summary>The same lie to the same victim, made by an accomplice: done once.</summary>
        public Work? SameAs { get; set; }

        /// <summary>The model that came out; null for none.</summary>
        public Model? Model { get; set; }
    }

    /// <summary>Does what takes no time; what does is under way.</summary>
    private void DoWork()
    {
        var atOnce = new List<Work>();
        foreach (var item in work)
        {
            var duration = DurationOf(item);
            if (duration > TimeSpan.Zero)
            {
                underWay.Add((now + duration, item));
            }
            else
            {
                atOnce.Add(item);
            }
        }

        work.Clear();
        Do(atOnce, (learner, _, input) =>
        {
            if (input is Reported report)
            {
                Post(learner, report);
            }
            else
            {
                Send(learner, input);
            }
        });
        copies.Clear();
    }

    /// <summary>Does some work on all cores, then hands out the results in the order the work came up.</summary>
    private void Do(List<Work> items, Action<LearnerId, Work, Input> give)
    {
        var inUse = items.Concat(underWay.Select(item => item.Work)).SelectMany(ModelsOf).Concat(letters.Models);
        models.Sweep(machines, inUse);
        ShareLies(items);
        var own = items.FindAll(item => item.SameAs is null);
        foreach (var item in own)
        {
            item.Buffer = item.Effect is Report ? null : models.Rent();
        }

        // A learner that runs ahead trains already, which changes the statistics its evaluation looks at.
        foreach (var part in new[] { own.FindAll(item => item.Effect is Report), own.FindAll(item => item.Effect is not Report) })
        {
            workers.Run(part.Count, (i, worker) => Do(part[i], worker));
        }

        foreach (var item in items)
        {
            item.Model = item.SameAs is { } other ? other.Model
                : item.HasModel ? models.Publish(item.Buffer!, item.IsFinite) : item.Odd;
            give(item.Learner, item, (item.SameAs ?? item).ToInput!(item.Model));
        }
    }

    /// <summary>Accomplices whose attack tells one victim one lie leave the making to the first of them.</summary>
    private void ShareLies(List<Work> items)
    {
        var made = new Dictionary<(ExchangeKey Key, LearnerId Victim, ByzantineGroup Group), Work>();
        foreach (var item in items)
        {
            if (item.Effect is Forge forge && setup.Population.At(forge.Key.Round).GroupOf(item.Learner) is { } group
                && group.Attacks.At(forge.Key.Round.Number).IsShared
                && !made.TryAdd((forge.Key, forge.Victim, group), item))
            {
                item.SameAs = made[(forge.Key, forge.Victim, group)];
            }
        }
    }

    private static IEnumerable<Model> ModelsOf(Work item) => item.Effect switch
    {
        Train train => [train.Model],
        Aggregate aggregate => aggregate.Contributions.Select(contribution => contribution.Model),
        Forge { VictimModel: { } own } forge => forge.Known.Append(own),
        Forge forge => forge.Known,
        _ => [],
    };

    private void Do(Work item, Worker worker)
    {
        var start = Stopwatch.GetTimestamp();
        Perform(item, worker);
        item.IsFinite = item.HasModel && Vectors.AllFinite(item.Buffer);
        phases.Add(item.Effect, start);
    }

    private void Perform(Work item, Worker worker)
    {
        switch (item.Effect)
        {
            case Train train:
                var facts = compute.Train(item.Learner, train, momenta[item.Learner.Number]!, item.Buffer!, worker);
                item.HasModel = true;
                item.ToInput = model => new Trained(train.Round, model!, facts) { Life = train.Life };
                break;
            case Aggregate aggregate:
                item.HasModel = Aggregate(item, aggregate, worker);
                var told = compute.FactsOf(aggregate, worker);
                item.ToInput = model => new Aggregated(aggregate.Key, model, told) { Life = aggregate.Life };
                break;
            case Forge forge:
                var answer = compute.Forge(item.Learner, forge, item.Buffer!, worker);
                item.HasModel = !answer.IsSilent && answer.Length is null;
                item.Odd = answer is { IsSilent: false, Length: { } length } ? Cut(item.Buffer!, length) : null;
                item.ToInput = model => new Forged(forge.Key, forge.Victim, model)
                {
                    Delay = answer.Delay,
                    Repeats = answer.Repeats,
                };
                break;
            case Report report:
                var quality = compute.Evaluate(
                    item.Learner, ModelOf(item.Learner)!.Values, momenta[item.Learner.Number]!, worker);
                var evaluated = report.Facts with { AfterAggregation = quality };
                item.ToInput = _ => new Reported(item.Learner, report.Round, evaluated);
                break;
            default:
                throw new InvalidOperationException($"learner {item.Learner} wants {item.Effect.GetType().Name} done");
        }
    }

    private bool Aggregate(Work item, Aggregate aggregate, Worker worker)
    {
        var trace = watch?.Follow(item.Learner, aggregate);
        var isDone = compute.Aggregate(
            item.Learner, aggregate, ruleStates[item.Learner.Number], momenta[item.Learner.Number]!, item.Buffer!, worker,
            trace);
        if (trace is not null)
        {
            var (learner, state) = (item.Learner, momenta[item.Learner.Number]!);
            watch!.Tell(aggregate, SlotsOf(learner), isDone ? item.Buffer : null, state, trace, worker);
        }

        return isDone;
    }

    private IReadOnlyList<PullSlot> SlotsOf(LearnerId learner) => machines[learner.Number] switch
    {
        IMachine<LearnerState> honest => honest.Save().Slots,
        IMachine<MobileByzantineState> mobile => mobile.Save().Learner.Slots,
        _ => [],
    };

    /// <summary>A copy, whatever its length: the values' memory goes back to the pool.</summary>
    private static Model Cut(float[] values, int length)
    {
        var cut = new float[length];
        values.AsSpan(0, Math.Min(length, values.Length)).CopyTo(cut);
        return new Model(cut, Vectors.AllFinite(cut));
    }
}
