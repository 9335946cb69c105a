using ActorLearning.Numerics;
using ActorLearning.Protocol.Effects;
using ActorLearning.Protocol.Inputs;

namespace ActorLearning.Protocol.Tests.Laws;

/// <summary>A source of inputs: what an engine gives back for the effects seen, mixed with anything a foe could send.</summary>
internal sealed class HostileWorld(ulong seed)
{
    private static readonly int[] Extremes = [int.MinValue, int.MinValue + 1, -1, 0, int.MaxValue - 1, int.MaxValue];

    private readonly List<Input> open = [];
    private RandomStream random = new(seed, new StreamPurpose("hostile world"));
    private int round = 1;

    public Input Next()
    {
        var input = Draw();
        if (input is RoundStarted { Round.Number: < 1_000_000 } tick)
        {
            round = Math.Max(round, tick.Round.Number);
        }

        return input;
    }

    /// <summary>Remembers what there will be to give back.</summary>
    public void See(IReadOnlyList<Effect> effects)
    {
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Train train: open.Add(new Trained(train.Round, Good(), Training()) { Life = train.Life }); break;
                case Pull pull: open.Add(AnswerTo(pull)); break;
                case Aggregate mix:
                    open.Add(new Aggregated(mix.Key, GoodOrNone(), Aggregation()) { Life = mix.Life });
                    break;
                case Forge forge: open.Add(Lie(forge.Key, forge.Victim)); break;
                case Report report: open.Add(new RoundStarted(report.Round.Next)); break;
                case WakeAfter timer: open.Add(new Woke(timer.Why, timer.Round)); break;
                case Tick tick: SeeTick(tick.Round); break;
                default: break;
            }
        }
    }

    private Input Draw()
    {
        if (open.Count == 0 || Chance(35))
        {
            return Anything();
        }

        var at = random.NextBelow(open.Count);
        var input = open[at];
        if (!Chance(10))
        {
            open.RemoveAt(at); // Otherwise it comes again.
        }

        return input;
    }

    private void SeeTick(Round started)
    {
        round = Math.Max(round, started.Number);
        for (var learner = 0; learner < Specimens.Learners; learner++)
        {
            if (!Chance(15))
            {
                open.Add(new Reported(new LearnerId(learner), started, Facts()));
            }
        }
    }

    private Input AnswerTo(Pull pull) => random.NextBelow(5) switch
    {
        0 => new PullTimedOut(pull.Peer, pull.Key),
        1 => new ModelReceived(pull.Peer, pull.Key, AnyModel()),
        _ => new ModelReceived(pull.Peer, pull.Key, Good()),
    };

    private Input Anything()
    {
        var input = random.NextBelow(40);
        return input switch
        {
            0 => new Restarted(),
            < 5 => new RoundStarted(new Round(Chance(3) ? AnyNumber() : round + 1)),
            < 20 => new PullRequested(AnyLearner(), AnyKey()),
            < 26 => new ModelReceived(AnyLearner(), AnyKey(), AnyModel()),
            < 30 => new PullTimedOut(AnyLearner(), AnyKey()),
            < 31 => new Trained(AnyRound(), Good(), Training()) { Life = random.NextBelow(3) },
            < 32 => new Aggregated(AnyKey(), GoodOrNone(), Aggregation()) { Life = random.NextBelow(3) },
            < 34 => Lie(AnyKey(), AnyLearner()),
            < 37 => new Reported(AnyLearner(), AnyRound(), Facts()),
            < 38 => new Woke(Chance(50) ? WakeReason.Patience : WakeReason.Deadline, AnyRound()),
            _ => new RunStarted(),
        };
    }

    private Forged Lie(ExchangeKey key, LearnerId victim) => new(key, victim, GoodOrNone())
    {
        Delay = TimeSpan.FromSeconds(random.NextBelow(3)),
        Repeats = random.NextBelow(3),
    };

    private bool Chance(int percent) => random.NextBelow(100) < percent;

    private int AnyNumber() => Extremes[random.NextBelow(Extremes.Length)];

    private LearnerId AnyLearner() => new(Chance(3) ? AnyNumber() : random.NextBelow(Specimens.Learners + 2) - 1);

    private Round AnyRound() => new(Chance(3) ? AnyNumber() : round + random.NextBelow(6) - 3);

    /// <summary>Half of the time the present exchange, so that several things happen in one.</summary>
    private ExchangeKey AnyKey() => Chance(50)
        ? new ExchangeKey(new Round(round), 0)
        : new ExchangeKey(AnyRound(), Chance(3) ? AnyNumber() : random.NextBelow(4));

    private Model AnyModel() => random.NextBelow(4) switch
    {
        0 => new Model(new float[random.NextBelow(5)], isFinite: true),
        1 => new Model([float.NaN, float.NegativeInfinity], isFinite: false),
        2 => new Model([float.PositiveInfinity], isFinite: false),
        _ => Good(),
    };

    private Model Good() => new([random.NextFloat(), (float)random.NextNormal()], isFinite: true);

    private Model? GoodOrNone() => Chance(15) ? null : Good();

    private Quality? AnyQuality() => Chance(50) ? null : new Quality(random.NextDouble(), double.NaN);

    private TrainingFacts Training() => new(random.NextDouble(), AnyQuality());

    private AggregationFacts Aggregation() => new(random.NextBelow(4));

    private RoundFacts Facts() => new() { TrainingLoss = Chance(50) ? null : random.NextNormal(), Pulls = random.NextBelow(9) };
}
